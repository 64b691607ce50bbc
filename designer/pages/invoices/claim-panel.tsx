import { Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import type { Claim } from '@relance/runtime/contract/law'
import { useState } from 'react'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { PenaltyLines } from '../../ui/penalty-lines.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'
import { LimitationPanel } from './limitation-panel.tsx'

/** What the delay of an invoice costs beside its principal, and until when one may sue. */
export function ClaimPanels({ invoice }: { invoice: Invoice }) {
  const { data: claim, error } = useRoute('claim', { id: invoice.id })
  if (error !== null) return <ProblemNotice problem={error} />
  if (claim === undefined) return null
  return (
    <>
      <ClaimPanel claim={claim} />
      {invoice.open > 0 && <LimitationPanel claim={claim} />}
    </>
  )
}

function ClaimPanel({ claim }: { claim: Claim }) {
  const say = useWords(lawWords)
  const { leftOut } = claim
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Title order={2}>{say('claim.title')}</Title>
        {leftOut === null || leftOut === 'not-an-invoice' ? (
          <Amounts claim={claim} />
        ) : (
          <Text size="sm" c="dimmed">
            {say(`claim.${leftOut}`)}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}

function Amounts({ claim }: { claim: Claim }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { penalties, indemnity, currency, until, stoppedOn, lines } = claim
  const total =
    currency === 'EUR'
      ? format.amount(penalties + indemnity)
      : `${format.amount(penalties, currency)} + ${format.amount(indemnity)}`
  return (
    <>
      <Text size="xl" fw={600} className="figure">
        {total}
      </Text>
      <Line name={say('claim.penalties', { date: format.shortDate(until) })}>{format.amount(penalties, currency)}</Line>
      <Line name={say('claim.indemnity')}>{format.amount(indemnity)}</Line>
      {stoppedOn !== null && <Text size="sm">{say('claim.stopped', { date: format.date(stoppedOn) })}</Text>}
      <Text size="xs" c="dimmed">
        {say('claim.law')}
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        h={32}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        style={{ alignSelf: 'flex-start' }}
      >
        {say(isOpen ? 'claim.hide' : 'claim.show')}
      </Button>
      <Collapse expanded={isOpen}>
        <PenaltyLines lines={lines} currency={currency} />
      </Collapse>
    </>
  )
}

function Line({ name, children }: { name: string; children: string }) {
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text size="sm" className="figure">
        {children}
      </Text>
    </Group>
  )
}
