import { NumberInput, Select, TextInput } from '@mantine/core'
import { useZone } from '../client/entity.ts'
import { dateIn } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { courseWords } from '../words/course.ts'
import { InvoicePicker } from './invoice-picker.tsx'
import { dueOn, type Sample } from './sample.ts'
import { WhatIfFields } from './what-if-fields.tsx'

interface Props {
  readonly sample: Sample
  readonly onSample: (sample: Sample) => void
}

/** Which invoice is simulated, and what its customer does on which days. */
export function SampleFields({ sample, onSample }: Props) {
  const { whatIf } = sample
  return (
    <>
      <InvoicePicker sample={sample} onSample={onSample} />
      {sample.id === null ? (
        <TypicalFields sample={sample} onSample={onSample} />
      ) : (
        <FromField sample={sample} onSample={onSample} />
      )}
      <WhatIfFields whatIf={whatIf} onWhatIf={(next) => onSample({ ...sample, whatIf: next })} />
    </>
  )
}

function TypicalFields({ sample, onSample }: Props) {
  const say = useWords(courseWords)
  const { invoice } = sample
  const setAmount = (units: number) => {
    const amount = Math.round(units * 100)
    onSample({ ...sample, invoice: { ...invoice, amount, open: amount } })
  }
  return (
    <>
      <span>{say('due')}</span>
      <TextInput
        size="xs"
        type="date"
        aria-label={say('due')}
        value={invoice.dueDate}
        onChange={({ currentTarget: { value } }) => !Number.isNaN(Date.parse(value)) && onSample(dueOn(sample, value))}
      />
      <NumberInput
        size="xs"
        w={104}
        aria-label={say('amount')}
        value={invoice.amount / 100}
        min={0}
        hideControls
        suffix=" €"
        decimalScale={2}
        decimalSeparator={say('decimal')}
        thousandSeparator={say('thousand')}
        onChange={(next) => typeof next === 'number' && setAmount(next)}
      />
    </>
  )
}

/** A real invoice is played as if the scenario had always followed it, or as it would be taken up now. */
function FromField({ sample, onSample }: Props) {
  const say = useWords(courseWords)
  const today = dateIn(new Date(), useZone())
  const { issueDate } = sample.invoice
  return (
    <Select
      size="xs"
      w={184}
      allowDeselect={false}
      aria-label={say('from')}
      data={[
        { value: issueDate, label: say('from.issue') },
        ...(issueDate === today ? [] : [{ value: today, label: say('from.today') }]),
      ]}
      value={sample.from}
      onChange={(from) => from !== null && onSample({ ...sample, from })}
    />
  )
}
