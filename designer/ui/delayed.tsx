import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { Problem } from '../client/problem.ts'
import { sayNow, useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import { explain } from './notice.tsx'

/** Time during which what was asked can still be called back. */
export const undoSeconds = 5

interface Delayed {
  /** What will be done, as already decided: « Promesse au mar. 14 oct. ». */
  readonly words: string
  readonly run: () => Promise<unknown>
  readonly onUndo?: () => void
}

const pending = new Map<string, () => void>()

// A page that closes does now what it would have done in a few seconds.
if (typeof addEventListener === 'function') {
  addEventListener('pagehide', () => {
    for (const settle of [...pending.values()]) settle()
  })
}

let made = 0

/** Does something in five seconds unless it is called back, and says so. For what the server cannot take back. */
export function delay({ words, run, onUndo }: Delayed): void {
  made += 1
  const id = `delayed-${made}`
  const settle = () => {
    if (!pending.delete(id)) return
    clearTimeout(timer)
    notifications.hide(id)
    run().catch(tellProblem)
  }
  const undo = () => {
    if (!pending.delete(id)) return
    clearTimeout(timer)
    notifications.hide(id)
    onUndo?.()
  }
  const timer = setTimeout(settle, undoSeconds * 1_000)
  pending.set(id, settle)
  notifications.show({
    id,
    message: <Countdown words={words} onUndo={undo} />,
    autoClose: false,
    withCloseButton: false,
    onClose: settle,
  })
}

/** Says that something was done; `undo` takes it back on the server. */
export function told(words: string, { undo }: { undo?: () => void } = {}): void {
  made += 1
  const id = `told-${made}`
  const back = () => {
    notifications.hide(id)
    undo?.()
  }
  notifications.show({
    id,
    autoClose: 6_000,
    message: <Told words={words} onUndo={undo === undefined ? undefined : back} />,
    withCloseButton: false,
  })
}

export function tellProblem(error: unknown): void {
  const problem = error instanceof Problem ? error : new Problem({ title: String(error), status: 500, code: 'page' })
  const { title, cure } = explain(problem, sayNow(commonWords))
  notifications.show({ title, message: cure, color: 'late', autoClose: 10_000 })
}

function Told({ words, onUndo }: { words: string; onUndo: (() => void) | undefined }) {
  const say = useWords(commonWords)
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text size="sm" c="var(--mantine-color-text)">
        {words}
      </Text>
      {onUndo !== undefined && (
        <Button variant="subtle" size="compact-sm" onClick={onUndo}>
          {say('action.undo')}
        </Button>
      )}
    </Group>
  )
}

function Countdown({ words, onUndo }: { words: string; onUndo: () => void }) {
  const say = useWords(commonWords)
  const [left, setLeft] = useState(undoSeconds)
  useEffect(() => {
    const tick = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000)
    return () => clearInterval(tick)
  }, [])
  return (
    <Stack gap="sm">
      <Told words={words} onUndo={onUndo} />
      <Progress value={(left / undoSeconds) * 100} size={2} aria-label={say('undo.in', { count: left })} />
    </Stack>
  )
}
