import { Group, Kbd, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import type { Task } from '@relance/runtime/contract/work'
import { useEffect, useRef } from 'react'
import { useSayWords, useWords } from '../../i18n/words.ts'
import { isTyping } from '../../ui/is-typing.ts'
import { callsWords } from '../../words/calls.ts'
import styles from './calls.module.css'

interface OutcomesProps {
  readonly task: Task
  readonly chosen: string | null
  readonly onChoose: (port: string) => void
}

/** The outcomes of a call, each with its key. */
export function Outcomes({ task: { outcomes }, chosen, onChoose }: OutcomesProps) {
  const say = useWords(callsWords)
  const sayWords = useSayWords()
  const frame = useRef<HTMLDivElement>(null)
  useNumberKeys(outcomes.length, (at) => {
    onChoose(outcomes[at]!.port)
    frame.current?.querySelectorAll<HTMLElement>('[role="radio"]')[at]?.focus()
  })
  return (
    <Stack gap="sm">
      <Group gap="sm" align="baseline">
        <Title order={2} id="outcome">
          {say('outcome')}
        </Title>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {say('outcome.hint', { count: outcomes.length })}
        </Text>
      </Group>
      <div ref={frame} className={styles.outcomes} role="radiogroup" aria-labelledby="outcome">
        {outcomes.map(({ port, words }, at) => (
          <UnstyledButton
            key={port}
            role="radio"
            aria-checked={port === chosen}
            className={styles.outcome}
            onClick={() => onChoose(port)}
          >
            <Kbd size="xs" visibleFrom="sm" aria-hidden>
              {at + 1}
            </Kbd>
            <span>{capital(sayWords(words))}</span>
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

function useNumberKeys(count: number, onKey: (at: number) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const at = Number(event.key) - 1
      if (!Number.isInteger(at) || at < 0 || at >= count) return
      event.preventDefault()
      onKey(at)
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  })
}
