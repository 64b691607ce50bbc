import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconCalendarEvent, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useStudio } from '../canvas/studio-context.tsx'
import type { Checked, Sample } from '../document/check-scenario.ts'
import { formatShortDate } from '../format/date.ts'
import styles from './panels.module.css'

const termsMs = 30 * 86_400_000
const whatIfs = {
  'never-answers': { type: 'never-answers' },
  'pays-early': { type: 'pays', daysLate: -2 },
  'pays-late': { type: 'pays', daysLate: 20 },
  disputes: { type: 'disputes', day: 10, lasts: 15 },
} as const satisfies Record<string, Sample['whatIf']>
type WhatIfName = keyof typeof whatIfs

/** A sample due in a month, so that the course shows from its courtesy notice on. */
export function usualSample(today: Date): Sample {
  const iso = (date: number) => new Date(date).toISOString().slice(0, 10)
  const now = today.getTime()
  return { issueDate: iso(now), dueDate: iso(now + termsMs), amount: 480_000, whatIf: whatIfs['never-answers'] }
}

interface Props {
  readonly sample: Sample | null
  readonly summary: Checked['summary']
  readonly onSample: (sample: Sample | null) => void
}

/** Dates every step for one invoice: when is it due, how much is it, what does the customer do. */
export function SimulationStrip({ sample, summary, onSample }: Props) {
  const { say } = useStudio()
  if (sample === null) {
    return (
      <div className={styles.stripButton}>
        <Button
          size="xs"
          h={32}
          variant="subtle"
          color="gray"
          leftSection={<IconCalendarEvent size={16} stroke={1.7} />}
          onClick={() => onSample(usualSample(new Date()))}
        >
          {say('simulate.open')}
        </Button>
      </div>
    )
  }
  return <OpenStrip sample={sample} summary={summary} onSample={onSample} />
}

function OpenStrip({ sample, summary, onSample }: Props & { sample: Sample }) {
  const { say } = useStudio()
  const [name, setName] = useState<WhatIfName>('never-answers')
  const setDue = (dueDate: string) => {
    if (Number.isNaN(Date.parse(dueDate))) return
    onSample({ ...sample, dueDate, issueDate: new Date(Date.parse(dueDate) - termsMs).toISOString().slice(0, 10) })
  }
  return (
    <section className={styles.strip} aria-label={say('simulate.open')}>
      <span>{say('simulate.due')}</span>
      <TextInput
        size="xs"
        type="date"
        aria-label={say('simulate.due')}
        value={sample.dueDate}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <NumberInput
        size="xs"
        w={104}
        aria-label={say('simulate.amount')}
        value={sample.amount / 100}
        min={0}
        hideControls
        suffix=" €"
        decimalScale={2}
        decimalSeparator={say('number.decimal')}
        thousandSeparator={say('number.thousand')}
        onChange={(next) => typeof next === 'number' && onSample({ ...sample, amount: Math.round(next * 100) })}
      />
      <Select
        size="xs"
        w={216}
        allowDeselect={false}
        aria-label={say('simulate.whatIf')}
        data={(Object.keys(whatIfs) as WhatIfName[]).map((value) => ({ value, label: say(`simulate.${value}`) }))}
        value={name}
        onChange={(next) => {
          if (next === null) return
          setName(next as WhatIfName)
          onSample({ ...sample, whatIf: whatIfs[next as WhatIfName] })
        }}
      />
      <Summary summary={summary} />
      <ActionIcon aria-label={say('simulate.close')} onClick={() => onSample(null)}>
        <IconX size={16} />
      </ActionIcon>
    </section>
  )
}

function Summary({ summary }: { summary: Checked['summary'] }) {
  const { say, locale } = useStudio()
  if (summary === null) return <span role="status">{say('simulate.blocked')}</span>
  const contacts = say('simulate.contacts', { count: summary.acts })
  const day = summary.last === null ? '' : formatShortDate(summary.last.slice(0, 10), locale)
  return (
    <span role="status">
      {contacts}, {say(`simulate.end.${summary.end}`, { day })}
    </span>
  )
}
