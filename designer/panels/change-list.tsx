import { Button, Stack, Text } from '@mantine/core'
import type { Change } from '@relance/runtime/domain/versions/change'
import { useState } from 'react'
import { useSayWords, useWords } from '../i18n/words.ts'
import { useFormat } from '../ui/use-format.ts'
import { versionsWords } from '../words/versions.ts'
import styles from './versions.module.css'

/** Differences shown before a person asks for all. */
const most = 8

/** What two drawings say otherwise: step by step, field by field. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const say = useWords(versionsWords)
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, most)
  return (
    <Stack gap="xs" align="flex-start">
      <ul className={styles.changes}>
        {shown.map((change) => (
          <ChangeLine key={`${change.node}/${change.type}/${change.path}`} change={change} />
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          {say('changes.more', { count: changes.length })}
        </Button>
      )}
    </Stack>
  )
}

function ChangeLine({ change }: { change: Change }) {
  const say = useWords(versionsWords)
  const sayWords = useSayWords()
  const format = useFormat()
  const { type, subject, field, before, after } = change
  const value = (words: Change['before']) => (words === null ? say('changes.nothing') : format.text(sayWords(words)))
  const whole = type === 'step-added' || type === 'step-removed'
  return (
    <li className={styles.change} data-type={type}>
      <Text size="sm" fw={500}>
        {format.text(sayWords(subject))}
      </Text>
      {whole ? (
        <Text size="sm" c={type === 'step-removed' ? 'var(--relance-late-text)' : 'var(--relance-paid-text)'}>
          {say(`changes.${type}`)}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          {format.text(sayWords(field))}
          {' : '}
          <del>{value(before)}</del> → <ins>{value(after)}</ins>
        </Text>
      )}
    </li>
  )
}
