import { ActionIcon, Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconRotate2 } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import styles from './canvas.module.css'
import type { CanvasAction } from './canvas-actions.ts'
import { defaultKeys, isFree, keyLabel, keyName, mac, sharing } from './key-map.ts'
import { setKey, useKeys } from './personal-keys.ts'
import { useStudio } from './studio-context.tsx'

interface Props {
  readonly action: CanvasAction
  /** Waits for the key that the action shall have. */
  readonly listening: boolean
  readonly onListen: (on: boolean) => void
}

/** One action with its key: a click, then a press, gives it another; a key that two actions have is told at both. */
export function KeyRow({ action, listening, onListen }: Props) {
  const { say } = useStudio()
  const keys = useKeys()
  const [refused, setRefused] = useState(false)
  const key = keys[action]
  const shown = key === '' ? say('keys.none') : keyLabel(key, { mac })
  const hear = (event: KeyboardEvent) => {
    if (!listening || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onListen(false)
    const name = keyName(event)
    if (event.altKey || !isFree(name)) return setRefused(!['Shift', 'Control', 'Meta', 'Alt'].includes(event.key))
    setKey(action, name)
    onListen(false)
  }
  const others = sharing(keys, action)
  return (
    <div className={styles.keyRow}>
      <div>
        <Text size="sm">{say(`keys.${action}`)}</Text>
        {others.length > 0 && (
          <Text size="xs" c="var(--relance-confirm-text)" className={styles.keyFault}>
            <IconAlertTriangle size={14} aria-hidden />
            {say('keys.shared', { others: others.map((other) => say(`keys.${other}`)).join(', ') })}
          </Text>
        )}
        {listening && refused && (
          <Text size="xs" c="var(--relance-late-text)" role="alert">
            {say('keys.reserved')}
          </Text>
        )}
      </div>
      <div className={styles.keyHand}>
        {key !== defaultKeys[action] && (
          <Tooltip label={say('keys.reset')}>
            <ActionIcon
              size={24}
              aria-label={`${say('keys.reset')} : ${say(`keys.${action}`)}`}
              onClick={() => setKey(action, null)}
            >
              <IconRotate2 size={14} />
            </ActionIcon>
          </Tooltip>
        )}
        <UnstyledButton
          className={styles.keyButton}
          aria-label={say('keys.change', { what: say(`keys.${action}`), key: shown })}
          aria-pressed={listening}
          onClick={() => {
            setRefused(false)
            onListen(!listening)
          }}
          onKeyDown={hear}
          onBlur={() => onListen(false)}
        >
          <KeyFace listening={listening} keyed={key !== ''} shown={shown} />
        </UnstyledButton>
      </div>
    </div>
  )
}

function KeyFace({ listening, keyed, shown }: { listening: boolean; keyed: boolean; shown: string }) {
  const { say } = useStudio()
  if (listening) return <Text size="xs">{say('keys.press')}</Text>
  if (keyed) return <Kbd size="sm">{shown}</Kbd>
  return (
    <Text size="xs" c="dimmed">
      {shown}
    </Text>
  )
}
