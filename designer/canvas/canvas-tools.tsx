import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMaximize,
  IconKeyboard,
  IconMinus,
  IconNote,
  IconPlus,
  IconSitemap,
} from '@tabler/icons-react'
import { useReactFlow, useStore } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import styles from './canvas.module.css'
import { type CanvasAction, keyLabel, keyMap } from './key-map.ts'
import { useStudio, useStudioState } from './studio-context.tsx'
import type { Edits } from './use-edits.ts'
import { motion } from './use-step-focus.ts'

const mac = /Mac|iPhone|iPad/.test(navigator.platform)

interface ToolProps {
  readonly label: string
  readonly action?: CanvasAction
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ label, action, disabled = false, onClick, children }: ToolProps) {
  const shortcut = action === undefined ? '' : `  ${keyLabel(keyMap[action], { mac })}`
  return (
    <Tooltip label={`${label}${shortcut}`}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

interface EditToolsProps {
  readonly edits: Edits
  readonly onAdd: () => void
  readonly onNote: () => void
}

/** Undo and redo say what they would take back or do again. */
export const EditTools = memo(function EditTools({ edits, onAdd, onNote }: EditToolsProps) {
  const { say } = useStudio()
  const last = useStudioState(({ history }) => history.past.at(-1)?.name)
  const next = useStudioState(({ history }) => history.future[0]?.name)
  return (
    <div className={`${styles.tools} ${styles.toolsTop}`} role="toolbar" aria-label={say('tools.edit')}>
      <Tooltip label={`${say('tools.add')}  ${keyLabel(keyMap.add, { mac })}`}>
        <Button size="xs" h={32} variant="filled" leftSection={<IconPlus size={16} stroke={2} />} onClick={onAdd}>
          {say('tools.addShort')}
        </Button>
      </Tooltip>
      <span className={styles.divider} />
      <Tool
        action="undo"
        label={last === undefined ? say('tools.undo') : say('tools.undoWhat', { what: say(`did.${last}`) })}
        disabled={last === undefined}
        onClick={edits.undo}
      >
        <IconArrowBackUp size={18} stroke={1.7} />
      </Tool>
      <Tool
        action="redo"
        label={next === undefined ? say('tools.redo') : say('tools.redoWhat', { what: say(`did.${next}`) })}
        disabled={next === undefined}
        onClick={edits.redo}
      >
        <IconArrowForwardUp size={18} stroke={1.7} />
      </Tool>
      <span className={styles.divider} />
      <Tool action="arrange" label={say('tools.arrange')} onClick={edits.arrange}>
        <IconSitemap size={18} stroke={1.7} />
      </Tool>
      <Tool action="note" label={say('tools.note')} onClick={onNote}>
        <IconNote size={18} stroke={1.7} />
      </Tool>
    </div>
  )
})

export const ViewTools = memo(function ViewTools({ onFit, onHelp }: { onFit: () => void; onHelp: () => void }) {
  const { say, readOnly } = useStudio()
  const { zoomIn, zoomOut, zoomTo } = useReactFlow()
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100))
  const duration = motion(160)
  return (
    <div className={`${styles.tools} ${styles.toolsBottom}`} role="toolbar" aria-label={say('tools.view')}>
      <Tool action="zoomOut" label={say('tools.zoomOut')} onClick={() => void zoomOut({ duration })}>
        <IconMinus size={18} stroke={1.7} />
      </Tool>
      <Tooltip label={`${say('tools.actualSize')}  0`}>
        <Button
          size="compact-xs"
          h={32}
          variant="subtle"
          color="gray"
          className={styles.percent}
          aria-label={say('tools.zoomIs', { percent })}
          onClick={() => void zoomTo(1, { duration })}
        >
          {percent} %
        </Button>
      </Tooltip>
      <Tool action="zoomIn" label={say('tools.zoomIn')} onClick={() => void zoomIn({ duration })}>
        <IconPlus size={18} stroke={1.7} />
      </Tool>
      <span className={styles.divider} />
      <Tool action="fit" label={say('tools.fit')} onClick={onFit}>
        <IconArrowsMaximize size={18} stroke={1.7} />
      </Tool>
      {!readOnly && (
        <Tool action="help" label={say('tools.help')} onClick={onHelp}>
          <IconKeyboard size={18} stroke={1.7} />
        </Tool>
      )}
    </div>
  )
})
