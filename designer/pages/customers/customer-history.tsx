import { Paper, Stack, Text, Title } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import type { CustomerHistory as History } from '@relance/runtime/contract/segment'
import { type Segment, segmentWords as segmentNames } from '@relance/sdk/facts'
import { useRoute } from '../../client/queries.ts'
import { useSayWords, useWords } from '../../i18n/words.ts'
import { useFormat } from '../../ui/use-format.ts'
import { segmentWords } from '../../words/segment.ts'

/** What was decided about a customer, by whom and when; nothing where nothing was. */
export function CustomerHistory({ debtor }: { debtor: Debtor }) {
  const say = useWords(segmentWords)
  const format = useFormat()
  const sentence = useSentence()
  const { data } = useRoute('customerHistory', { id: debtor.id })
  if (data === undefined || data.items.length === 0) return null
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Title order={2}>{say('history')}</Title>
        {data.items.map((entry) => (
          <div key={entry.id}>
            <Text size="sm">{sentence(entry)}</Text>
            <Text size="xs" c="dimmed">
              {format.author(entry.author)}, {format.instant(entry.at)}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  )
}

function useSentence() {
  const say = useWords(segmentWords)
  const sayWords = useSayWords()
  const format = useFormat()
  const name = (segment: unknown) => sayWords(segmentNames[segment as Segment])
  return ({ kind, values }: History['items'][number]): string => {
    switch (kind) {
      case 'segment-changed':
        return say('history.segment-changed', { from: name(values.from), to: name(values.to) })
      case 'files-sent':
        return say('history.files-sent', { count: Number(values.files), scenario: String(values.scenario) })
      case 'insolvency-opened':
        return say('history.insolvency-opened', { date: format.date(String(values.judgedOn)) })
      default:
        return say(`history.${kind}`)
    }
  }
}
