import { Button, Stack, Text } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { areMinimumsWhole, MinimumRows } from '../../ui/minimum-rows.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { rulesWords } from '../../words/rules.ts'

/** What this customer has to owe before it is reminded, where that differs from its entity. */
export function MinimumForm({ debtor, onDone }: { debtor: Debtor; onDone: () => void }) {
  const say = useWords(rulesWords)
  const [minimums, setMinimums] = useState(debtor.minimums)
  const save = useChange('ownMinimums', { changes: ['invoices', 'messages', 'tasks'] })
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          { id: debtor.id, body: { minimums } },
          {
            onSuccess: () => {
              onDone()
              told(say('minimums.done', { name: debtor.name }))
            },
          },
        )
      }}
    >
      <Text size="sm" c="dimmed">
        {say('own.help')}
      </Text>
      <MinimumRows
        minimums={minimums}
        onChange={(all) => setMinimums([...all])}
        none={say('own.none')}
        usual={Object.keys(debtor.open)[0] ?? 'EUR'}
      />
      {save.error !== null && <ProblemNotice problem={save.error} />}
      <Button type="submit" loading={save.isPending} disabled={!areMinimumsWhole(minimums)}>
        {say('save')}
      </Button>
    </Stack>
  )
}
