import { Group, Select } from '@mantine/core'
import type { Task } from '@relance/runtime/contract/work'
import { useWords } from '../../i18n/words.ts'
import { type DisputeReason, useDisputeReasons } from '../../ui/dispute-reasons.ts'
import { AmountField, DateField } from '../../ui/fields.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { callsWords } from '../../words/calls.ts'

export interface Answer {
  readonly port: string | null
  readonly date: string | null
  readonly amount: number | null
  readonly reason: DisputeReason | null
  readonly comment: string
}

interface PartProps {
  readonly answer: Answer
  readonly onChange: (part: Partial<Answer>) => void
}

/** What was promised, and when. */
export function PromiseFields({ task, answer, onChange }: PartProps & { task: Task }) {
  const say = useWords(callsWords)
  const format = useFormat()
  const currency = task.invoices[0]?.currency ?? 'EUR'
  return (
    <Group align="flex-start" gap="md">
      <DateField
        label={say('outcome.date')}
        description={'\u00a0'}
        value={answer.date}
        onChange={(date) => onChange({ date })}
        min={format.today()}
      />
      <AmountField
        label={say('outcome.amount')}
        description={say('outcome.amount-help')}
        value={answer.amount}
        onChange={(amount) => onChange({ amount })}
        currency={currency}
      />
    </Group>
  )
}

/** Why the customer refuses to pay. */
export function DisputeFields({ answer, onChange }: PartProps) {
  const say = useWords(callsWords)
  const reasons = useDisputeReasons()
  return (
    <Select
      label={say('outcome.reason')}
      data={reasons}
      value={answer.reason}
      onChange={(value) => onChange({ reason: value as DisputeReason | null })}
      maw={320}
    />
  )
}
