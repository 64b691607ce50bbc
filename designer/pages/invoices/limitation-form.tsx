import { Button, Select, Stack, Text, Textarea } from '@mantine/core'
import { type LimitationActKind, limitationActs } from '@relance/runtime/domain/law/limitation-acts'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { DateField } from '../../ui/fields.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'

/** Records an act that bears on the limitation, and says what it does before it is recorded. */
export function LimitationForm({ invoice, onDone }: { invoice: string; onDone: () => void }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const [kind, setKind] = useState<LimitationActKind>('acknowledgement')
  const [date, setDate] = useState<string | null>(format.today())
  const [comment, setComment] = useState('')
  const record = useChange('recordLimitationAct', { changes: ['invoices'] })
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        record.mutate(
          { id: invoice, body: { kind, date: date!, comment } },
          {
            onSuccess: () => {
              onDone()
              told(say('act.done'))
            },
          },
        )
      }}
    >
      <Select
        label={say('act.kind')}
        data={limitationActs.map((value) => ({ value, label: say(`act.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as LimitationActKind)}
        allowDeselect={false}
        data-autofocus
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        {say(`act.help.${kind}`)}
      </Text>
      <DateField label={say('act.date')} value={date} onChange={setDate} max={format.today()} />
      <Textarea
        label={say('act.comment')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
      {record.error !== null && <ProblemNotice problem={record.error} />}
      <Button type="submit" loading={record.isPending} disabled={date === null}>
        {say('act.submit')}
      </Button>
    </Stack>
  )
}
