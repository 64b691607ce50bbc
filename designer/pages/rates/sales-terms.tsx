import { Button, NumberInput, Paper, Select, Stack, Text, Title } from '@mantine/core'
import type { ResponseOf } from '@relance/runtime/contract/routes'
import { annualRate } from '@relance/runtime/domain/law/annual-rate'
import {
  areLawful,
  dueDateOf,
  type EndOfMonth,
  endsOfMonth,
  longestTerms,
} from '@relance/runtime/domain/law/payment-terms'
import type { RateTable } from '@relance/runtime/domain/law/rate-table'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'

type Entity = ResponseOf<'entities'>['items'][number]

interface SalesTermsProps {
  readonly entity: Entity
  readonly rates: RateTable
  readonly readOnly: boolean
}

/** Usual terms and agreed penalty rate of one entity, with what they come to. */
export function SalesTerms({ entity, rates, readOnly }: SalesTermsProps) {
  const say = useWords(lawWords)
  const format = useFormat()
  const [days, setDays] = useState<number | null>(entity.terms.days)
  const [endOfMonth, setEndOfMonth] = useState<EndOfMonth>(entity.terms.endOfMonth)
  const [agreed, setAgreed] = useState<number | null | undefined>(entity.agreedRate)
  const save = useChange('salesTerms', { changes: ['settings'] })
  const terms = { days: days ?? -1, endOfMonth }
  const isLawful = areLawful(terms)
  const rate = agreed === undefined ? undefined : annualRate(format.today(), { agreed, rates })
  const isSame =
    terms.days === entity.terms.days && endOfMonth === entity.terms.endOfMonth && agreed === entity.agreedRate
  const submit = () =>
    save.mutate(
      { id: entity.code, body: { terms, agreedRate: agreed ?? null } },
      { onSuccess: () => told(say('terms.done', { entity: entity.name })) },
    )
  return (
    <Paper withBorder p="lg">
      <Stack
        component="form"
        gap="md"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Title order={3}>{entity.name}</Title>
        <NumberInput
          label={say('terms.days')}
          description={say('terms.days-help')}
          value={days ?? ''}
          onChange={(value) => setDays(typeof value === 'number' ? value : null)}
          min={0}
          allowDecimal={false}
          readOnly={readOnly}
          error={isLawful ? undefined : say('terms.too-long', { longest: longestTerms[endOfMonth] })}
        />
        <Select
          label={say('terms.mode')}
          data={endsOfMonth.map((value) => ({ value, label: say(`terms.${value}`) }))}
          value={endOfMonth}
          onChange={(value) => setEndOfMonth((value ?? 'none') as EndOfMonth)}
          allowDeselect={false}
          readOnly={readOnly}
        />
        {isLawful && (
          <Text size="sm" c="dimmed">
            {say('terms.example', { date: format.date(dueDateOf(format.today(), terms)) })}
          </Text>
        )}
        <PercentField
          label={say('terms.rate')}
          description={say('terms.rate-help')}
          value={agreed ?? null}
          onChange={setAgreed}
          readOnly={readOnly}
          error={agreed === undefined ? say('fault.percent') : undefined}
        />
        {rate !== undefined && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {say(`terms.gives-${rate.basis}`, { rate: format.percent(rate.rate) })}
          </Text>
        )}
        {save.error !== null && <ProblemNotice problem={save.error} />}
        {!readOnly && (
          <Button
            type="submit"
            variant="default"
            loading={save.isPending}
            disabled={isSame || !isLawful || agreed === undefined}
          >
            {say('terms.submit')}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}
