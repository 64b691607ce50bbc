import { Paper, Stack, Text, Title } from '@mantine/core'
import type { Rates } from '@relance/runtime/contract/law'
import { useEntity } from '../../client/entity.ts'
import { useWords } from '../../i18n/words.ts'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'
import styles from './rates.module.css'

type Change = Rates['changes'][number]

/** Who changed which rate, when, and from what. */
export function RateHistory({ changes }: { changes: readonly Change[] }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const sentence = useSentence()
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Title order={2}>{say('history.title')}</Title>
        {changes.length === 0 && (
          <Text size="sm" c="dimmed">
            {say('history.none')}
          </Text>
        )}
        <ol className={styles.history}>
          {changes.map((change) => (
            <li key={change.id}>
              {sentence(change)}
              <Text size="xs" c="dimmed">
                {format.author(change.author)}, {format.instant(change.at)}
              </Text>
            </li>
          ))}
        </ol>
      </Stack>
    </Paper>
  )
}

function useSentence() {
  const say = useWords(lawWords)
  const format = useFormat()
  const { entities } = useEntity()
  return ({ kind, values, entity }: Change): string => {
    if (kind === 'terms-changed') {
      return say('history.terms-changed', { what: entities.find(({ code }) => code === entity)?.name ?? entity ?? '' })
    }
    const what = values.rate === 'legal' || values.rate === 'indemnity' ? values.rate : 'refinancing'
    const shown = (value: unknown) => {
      if (typeof value !== 'number') return say('none')
      return what === 'indemnity' ? format.amount(value) : format.percent(value)
    }
    return say(`history.${kind}`, {
      what: say(`history.${what}`),
      from: format.shortDate(String(values.from)),
      before: shown(values.before),
      after: shown(values.after),
    })
  }
}
