import { Button, Paper, Stack, Title } from '@mantine/core'
import type { ResponseOf } from '@relance/runtime/contract/routes'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { areMinimumsWhole, MinimumRows } from '../../ui/minimum-rows.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { rulesWords } from '../../words/rules.ts'

type Entity = ResponseOf<'entities'>['items'][number]

/** What an account of one entity has to owe before it is reminded. */
export function EntityMinimums({ entity, readOnly }: { entity: Entity; readOnly: boolean }) {
  const say = useWords(rulesWords)
  const [minimums, setMinimums] = useState(entity.minimums)
  const save = useChange('minimums', { changes: ['settings', 'messages', 'tasks'] })
  const isSame = JSON.stringify(minimums) === JSON.stringify(entity.minimums)
  return (
    <Paper withBorder p="lg">
      <Stack
        component="form"
        gap="md"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(
            { id: entity.code, body: { minimums } },
            { onSuccess: () => told(say('minimums.done', { name: entity.name })) },
          )
        }}
      >
        <Title order={3}>{entity.name}</Title>
        <MinimumRows
          minimums={minimums}
          onChange={(all) => setMinimums([...all])}
          none={say('minimums.none')}
          usual={entity.currency}
          readOnly={readOnly}
        />
        {save.error !== null && <ProblemNotice problem={save.error} />}
        {!readOnly && (
          <Button
            type="submit"
            variant="default"
            loading={save.isPending}
            disabled={isSame || !areMinimumsWhole(minimums)}
          >
            {say('save')}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}
