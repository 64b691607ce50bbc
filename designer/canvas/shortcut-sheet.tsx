import { Button, Group, Kbd, Modal, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import styles from './canvas.module.css'
import { actionNames, type CanvasAction } from './canvas-actions.ts'
import { defaultKeys, keyLabel, mac } from './key-map.ts'
import { KeyRow } from './key-row.tsx'
import { resetKeys, useKeys } from './personal-keys.ts'
import { useStudio } from './studio-context.tsx'

/** Every key of the canvas; each action can be given another one, kept for this person in this browser. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { say } = useStudio()
  const keys = useKeys()
  const [listening, setListening] = useState<CanvasAction | null>(null)
  const fixed = [
    { what: say('keys.walk'), key: '← ↑ ↓ →' },
    { what: say('keys.extend'), key: '⇧ ← ↑ ↓ →' },
    { what: say('keys.nudge'), key: `${mac ? '⌥' : 'Alt'} ← ↑ ↓ →` },
    { what: say('keys.copy'), key: keyLabel('mod+c', { mac }) },
    { what: say('keys.cut'), key: keyLabel('mod+x', { mac }) },
    { what: say('keys.paste'), key: keyLabel('mod+v', { mac }) },
    { what: say('keys.commands'), key: keyLabel('mod+k', { mac }) },
  ]
  const changed = actionNames.some((action) => keys[action] !== defaultKeys[action])
  return (
    <Modal
      styles={{ title: { fontWeight: 600 } }}
      opened
      onClose={onClose}
      closeOnEscape={listening === null}
      title={say('keys.title')}
      closeButtonProps={{ 'aria-label': say('close') }}
      size="xl"
      centered
    >
      <Group justify="space-between" mb="md" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {say('keys.howTo')}
        </Text>
        <Button size="xs" variant="default" disabled={!changed} onClick={resetKeys} style={{ flex: 'none' }}>
          {say('keys.resetAll')}
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing={2}>
        {fixed.map(({ what, key }) => (
          <div key={what} className={styles.keyRow}>
            <Text size="sm">{what}</Text>
            <Kbd size="sm">{key}</Kbd>
          </div>
        ))}
        {actionNames.map((action) => (
          <KeyRow
            key={action}
            action={action}
            listening={listening === action}
            onListen={(on) => setListening(on ? action : null)}
          />
        ))}
      </SimpleGrid>
    </Modal>
  )
}
