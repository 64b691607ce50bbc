import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import type { Claim } from '@relance/runtime/contract/law'
import { daysBetween } from '@relance/runtime/domain/ageing/days-between'
import { IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../i18n/words.ts'
import { Facts } from '../../ui/facts.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'
import { LimitationForm } from './limitation-form.tsx'

/** Under this many days the clock turns red: a lawsuit takes weeks to prepare. */
const soonDays = 180

/** Until when an invoice can be sued for, what began that count, and the acts that bear on it. */
export function LimitationPanel({ claim }: { claim: Claim }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { from, cause, acts } = claim.limitation
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Title order={2}>{say('limitation.title')}</Title>
        <LastDay claim={claim} />
        <Facts
          facts={[
            [say('limitation.from'), `${format.shortDate(from)} (${say(`limitation.cause.${cause}`)})`],
            ...acts.map((act) => [say(`act.${act.kind}`), format.shortDate(act.date)] as const),
          ]}
        />
        <Button
          variant="default"
          size="compact-sm"
          h={32}
          leftSection={<IconGavel size={14} aria-hidden />}
          onClick={() => setOpen(true)}
          style={{ alignSelf: 'flex-start' }}
        >
          {say('limitation.record')}
        </Button>
      </Stack>
      <SidePanel opened={isOpen} onClose={() => setOpen(false)} title={say('limitation.record')}>
        <LimitationForm invoice={claim.invoice} onDone={() => setOpen(false)} />
      </SidePanel>
    </Paper>
  )
}

function LastDay({ claim }: { claim: Claim }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const { lastDay } = claim.limitation
  if (lastDay === null) return <Text size="sm">{say('limitation.pending')}</Text>
  const left = daysBetween(claim.today, lastDay)
  const colour = left < soonDays ? 'var(--relance-late-text)' : undefined
  if (left < 0) {
    return (
      <Text size="sm" c={colour}>
        {say('limitation.passed', { date: format.date(lastDay) })}
      </Text>
    )
  }
  return (
    <Stack gap={0}>
      <Text size="sm" c="dimmed">
        {say('limitation.last-day')}
      </Text>
      <Text fw={600} c={colour} className="figure">
        {format.date(lastDay)}
      </Text>
      <Text size="sm" c={colour ?? 'dimmed'}>
        {format.ahead(left)}
      </Text>
    </Stack>
  )
}
