import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { latePenalties } from '@relance/runtime/domain/law/late-penalties'
import type { RateTable } from '@relance/runtime/domain/law/rate-table'
import { useWords } from '../../i18n/words.ts'
import { PenaltyLines } from '../../ui/penalty-lines.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'

/** A delay over two half-years, counted with the table as it is being edited. */
export function WorkedExample({ rates }: { rates: RateTable }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const delay = { dueDate: '2025-05-31', until: '2025-09-15', amount: 1_200_000, payments: [] }
  const lines = latePenalties({ ...delay, agreed: null, rates })
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Title order={2}>{say('example.title')}</Title>
        <Text size="sm" c="dimmed">
          {say('example.help')}
        </Text>
        <PenaltyLines lines={lines} currency="EUR" />
        <Group justify="space-between">
          <Text size="sm">{say('claim.total')}</Text>
          <Text fw={600} className="figure">
            {format.amount(lines.reduce((sum, { amount }) => sum + amount, 0))}
          </Text>
        </Group>
      </Stack>
    </Paper>
  )
}
