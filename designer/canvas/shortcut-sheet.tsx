import { Kbd, Modal, SimpleGrid, Text } from '@mantine/core'
import styles from './canvas.module.css'
import { type CanvasAction, keyLabel, keyMap } from './key-map.ts'
import { useStudio } from './studio-context.tsx'

const mac = /Mac|iPhone|iPad/.test(navigator.platform)

/** Every key of the canvas. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { say } = useStudio()
  const rows = [
    { what: say('keys.walk'), key: '← ↑ ↓ →' },
    { what: say('keys.nudge'), key: `${mac ? '⌥' : 'Alt'} ← ↑ ↓ →` },
    { what: say('keys.copy'), key: keyLabel('mod+c', { mac }) },
    { what: say('keys.paste'), key: keyLabel('mod+v', { mac }) },
    ...(Object.keys(keyMap) as CanvasAction[]).map((action) => ({
      what: say(`keys.${action}`),
      key: keyLabel(keyMap[action], { mac }),
    })),
  ]
  return (
    <Modal
      styles={{ title: { fontWeight: 600 } }}
      opened
      onClose={onClose}
      title={say('keys.title')}
      size="lg"
      centered
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing={6}>
        {rows.map(({ what, key }) => (
          <div key={what} className={styles.keyRow}>
            <Text size="sm">{what}</Text>
            <Kbd size="sm">{key}</Kbd>
          </div>
        ))}
      </SimpleGrid>
    </Modal>
  )
}
