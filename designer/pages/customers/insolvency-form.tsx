import { Button, Group, Stack, Text } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { DateField } from '../../ui/fields.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { accountWords } from '../../words/account.ts'

/** The judgment that opened insolvency proceedings: from that day on no interest runs. */
export function InsolvencyForm({ debtor, onDone }: { debtor: Debtor; onDone: () => void }) {
  const say = useWords(accountWords)
  const format = useFormat()
  const [date, setDate] = useState<string | null>(debtor.insolventSince ?? format.today())
  const save = useChange('insolvency', { changes: ['invoices'] })
  const record = (since: string | null) =>
    save.mutate(
      { id: debtor.id, body: { since } },
      {
        onSuccess: () => {
          onDone()
          told(say(since === null ? 'insolvency.lifted' : 'insolvency.done'))
        },
      },
    )
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        record(date)
      }}
    >
      <Text size="sm" c="dimmed">
        {say('insolvency.help')}
      </Text>
      <DateField label={say('insolvency.date')} value={date} onChange={setDate} max={format.today()} autoFocus />
      {save.error !== null && <ProblemNotice problem={save.error} />}
      <Group>
        <Button type="submit" loading={save.isPending} disabled={date === null || date === debtor.insolventSince}>
          {say('insolvency.submit')}
        </Button>
        {debtor.insolventSince !== null && (
          <Button variant="default" disabled={save.isPending} onClick={() => record(null)}>
            {say('insolvency.lift')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
