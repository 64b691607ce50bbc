import { Button, NumberInput, Paper, Stack, Text, Title } from '@mantine/core'
import type { ResponseOf } from '@relance/runtime/contract/routes'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { rulesWords } from '../../words/rules.ts'

type Entity = ResponseOf<'entities'>['items'][number]

/** How old the ledger of one entity may be for reminders to leave. */
export function EntityLedger({ entity, readOnly }: { entity: Entity; readOnly: boolean }) {
  const say = useWords(rulesWords)
  const format = useFormat()
  const [days, setDays] = useState<number | null>(entity.ledgerLimit)
  const save = useChange('ledgerLimit', { changes: ['settings', 'restraints'] })
  return (
    <Paper withBorder p="lg">
      <Stack
        component="form"
        gap="md"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(
            { id: entity.code, body: { ledgerLimit: days } },
            { onSuccess: () => told(say('ledger.done', { name: entity.name })) },
          )
        }}
      >
        <Title order={3}>{entity.name}</Title>
        <NumberInput
          label={say('ledger.limit')}
          description={say('ledger.limit-help')}
          value={days ?? ''}
          onChange={(value) => setDays(typeof value === 'number' ? value : null)}
          min={0}
          max={365}
          allowDecimal={false}
          readOnly={readOnly}
        />
        <Text size="sm" c="dimmed">
          {entity.ledgerAt === null ? say('ledger.never') : say('ledger.at', { when: format.instant(entity.ledgerAt) })}
        </Text>
        {save.error !== null && <ProblemNotice problem={save.error} />}
        {!readOnly && (
          <Button type="submit" variant="default" loading={save.isPending} disabled={days === entity.ledgerLimit}>
            {say('save')}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}
