import { Button, Group, Text } from '@mantine/core'
import type { ScenarioNode } from '@relance/sdk/scenario-document'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useStudio } from './studio-context.tsx'
import { useEdits } from './use-edits.ts'

/** Whether a step is locked, and the way to lock or free it. */
export function LockNotice({ node }: { node: ScenarioNode }) {
  const { say, readOnly } = useStudio()
  const edits = useEdits()
  const locked = node.locked === true
  if (readOnly && !locked) return null
  const Icon = locked ? IconLockOpen : IconLock
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {say(locked ? 'lock.on' : 'lock.off')}
      </Text>
      {!readOnly && (
        <Button
          size="xs"
          variant="default"
          style={{ flex: 'none' }}
          leftSection={<Icon size={16} stroke={1.7} />}
          onClick={() => edits.run({ type: locked ? 'unlock' : 'lock', nodes: [node.id] })}
        >
          {say(locked ? 'lock.unlock' : 'lock.lock')}
        </Button>
      )}
    </Group>
  )
}
