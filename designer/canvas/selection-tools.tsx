import { Button, Menu, Text } from '@mantine/core'
import {
  IconArrowsMaximize,
  IconCopy,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLock,
  IconTrash,
} from '@tabler/icons-react'
import { memo } from 'react'
import styles from './canvas.module.css'
import { useStudio, useStudioState } from './studio-context.tsx'
import { Tool } from './tool.tsx'
import type { CanvasActions } from './use-canvas-actions.ts'

const alignments = [
  { action: 'alignLeft', icon: IconLayoutAlignLeft },
  { action: 'alignCentre', icon: IconLayoutAlignCenter },
  { action: 'alignRight', icon: IconLayoutAlignRight },
  { action: 'alignTop', icon: IconLayoutAlignTop },
  { action: 'alignMiddle', icon: IconLayoutAlignMiddle },
  { action: 'alignBottom', icon: IconLayoutAlignBottom },
] as const
const spreads = [
  { action: 'spreadAcross', icon: IconLayoutDistributeVertical },
  { action: 'spreadDown', icon: IconLayoutDistributeHorizontal },
] as const

/** What can be done to several steps at once, as long as several are chosen. */
export const SelectionTools = memo(function SelectionTools({ actions }: { actions: CanvasActions }) {
  const { say } = useStudio()
  const steps = useStudioState(({ selection }) => selection.nodes.length)
  const count = useStudioState(({ selection }) => selection.nodes.length + selection.notes.length)
  if (count < 2) return null
  return (
    <div className={styles.tools} role="toolbar" aria-label={say('tools.selection')}>
      <Text size="xs" fw={550} px={8} lh="32px" component="span">
        {say('many.title', { count })}
      </Text>
      <ArrangeMenu actions={actions} three={count > 2} />
      <Tool action="fitSelection" onClick={actions.fitSelection}>
        <IconArrowsMaximize size={18} stroke={1.7} />
      </Tool>
      <Tool action="duplicate" onClick={actions.duplicate}>
        <IconCopy size={18} stroke={1.7} />
      </Tool>
      <Tool action="lock" disabled={steps === 0} onClick={actions.lock}>
        <IconLock size={18} stroke={1.7} />
      </Tool>
      <Tool action="remove" onClick={actions.remove}>
        <IconTrash size={18} stroke={1.7} />
      </Tool>
    </div>
  )
})

function ArrangeMenu({ actions, three }: { actions: CanvasActions; three: boolean }) {
  const { say } = useStudio()
  return (
    <Menu position="bottom-start" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="xs"
          h={32}
          variant="subtle"
          color="gray"
          leftSection={<IconLayoutAlignLeft size={18} stroke={1.7} />}
        >
          {say('tools.align')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {alignments.map(({ action, icon: Icon }) => (
          <Menu.Item key={action} leftSection={<Icon size={16} stroke={1.7} />} onClick={actions[action]}>
            {say(`keys.${action}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {spreads.map(({ action, icon: Icon }) => (
          <Menu.Item
            key={action}
            disabled={!three}
            leftSection={<Icon size={16} stroke={1.7} />}
            onClick={actions[action]}
          >
            {say(`keys.${action}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
