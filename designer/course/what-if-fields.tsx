import { NumberInput, Select } from '@mantine/core'
import type { WhatIf } from '@relance/runtime/machine/what-if'
import { useWords } from '../i18n/words.ts'
import { courseWords } from '../words/course.ts'
import { type Behaviour, behaviourOf, behaviours, type DaysField, daysOf, usualWhatIf, withDays } from './what-ifs.ts'

interface Props {
  readonly whatIf: WhatIf
  readonly onWhatIf: (whatIf: WhatIf) => void
}

/** What the customer does, and on which days. */
export function WhatIfFields({ whatIf, onWhatIf }: Props) {
  const say = useWords(courseWords)
  return (
    <>
      <Select
        size="xs"
        w={180}
        allowDeselect={false}
        aria-label={say('behaviour')}
        data={behaviours.map((value) => ({ value, label: say(`behaviour.${value}`) }))}
        value={behaviourOf(whatIf)}
        onChange={(next) => next !== null && onWhatIf(usualWhatIf[next as Behaviour])}
      />
      {daysOf(whatIf).map((field) => (
        <Days key={field.name} field={field} onChange={(value) => onWhatIf(withDays(whatIf, { ...field, value }))} />
      ))}
    </>
  )
}

function Days({ field, onChange }: { field: DaysField; onChange: (value: number) => void }) {
  const say = useWords(courseWords)
  return (
    <NumberInput
      size="xs"
      w={132}
      aria-label={say(`days.${field.name}`)}
      title={say(`days.${field.name}`)}
      value={field.value}
      min={field.least}
      max={field.most}
      clampBehavior="strict"
      allowDecimal={false}
      suffix={say(`unit.${field.name}`)}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  )
}
