import { Stack, Text, Title } from '@mantine/core'
import type { Task } from '@relance/runtime/contract/work'
import { useWords } from '../../i18n/words.ts'
import { useFormat } from '../../ui/use-format.ts'
import { callsWords } from '../../words/calls.ts'

/** What declaring a claim asks for, and until when. */
export function Declaration({ task: { dueAt } }: { task: Task }) {
  const say = useWords(callsWords)
  const format = useFormat()
  return (
    <Stack gap="sm">
      <Title order={2}>{say('declare.title')}</Title>
      <Text fw={500}>{say('declare.by', { date: format.date(dueAt.slice(0, 10)) })}</Text>
      <Text size="sm" c="dimmed">
        {say('declare.help')}
      </Text>
    </Stack>
  )
}
