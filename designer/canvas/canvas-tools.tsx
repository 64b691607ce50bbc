import { Button, Tooltip } from '@mantine/core'
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
import { useStore } from '@xyflow/react'
import { memo } from 'react'
import styles from './canvas.module.css'
import { HistoryMenu } from './history-menu.tsx'
import { nameEdit } from './name-edit.ts'
import { useStudio, useStudioState } from './studio-context.tsx'
import { Tool, useKeyHint } from './tool.tsx'
import type { CanvasActions } from './use-canvas-actions.ts'

interface EditToolsProps {
  readonly actions: CanvasActions
  readonly history: boolean
  readonly onHistory: (opened: boolean) => void
  readonly onTravel: (done: number) => void
}

/** Undo and redo say what they would take back or do again. */
export const EditTools = memo(function EditTools({ actions, history, onHistory, onTravel }: EditToolsProps) {
  const studio = useStudio()
  const { say } = studio
  const last = useStudioState(({ history: { past } }) => past.at(-1))
  const next = useStudioState(({ history: { future } }) => future[0])
  return (
    <div className={styles.tools} role="toolbar" aria-label={say('tools.edit')}>
      <Tooltip label={`${say('tools.add')}${useKeyHint('add')}`}>
        <Button size="xs" h={32} variant="filled" leftSection={<IconPlus size={16} stroke={2} />} onClick={actions.add}>
          {say('tools.addShort')}
        </Button>
      </Tooltip>
      <span className={styles.divider} />
      <Tool
        action="undo"
        label={last === undefined ? say('tools.undo') : say('tools.undoWhat', { what: nameEdit(last, studio) })}
        disabled={last === undefined}
        onClick={actions.undo}
      >
        <IconArrowBackUp size={18} stroke={1.7} />
      </Tool>
      <Tool
        action="redo"
        label={next === undefined ? say('tools.redo') : say('tools.redoWhat', { what: nameEdit(next, studio) })}
        disabled={next === undefined}
        onClick={actions.redo}
      >
        <IconArrowForwardUp size={18} stroke={1.7} />
      </Tool>
      <HistoryMenu opened={history} onChange={onHistory} onTravel={onTravel} />
      <span className={styles.divider} />
      <Tool action="arrange" onClick={actions.arrange}>
        <IconSitemap size={18} stroke={1.7} />
      </Tool>
      <Tool action="note" onClick={actions.note}>
        <IconNote size={18} stroke={1.7} />
      </Tool>
    </div>
  )
})

export const ViewTools = memo(function ViewTools({ actions }: { actions: CanvasActions }) {
  const { say, readOnly } = useStudio()
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100))
  return (
    <div className={`${styles.tools} ${styles.toolsBottom}`} role="toolbar" aria-label={say('tools.view')}>
      <Tool action="zoomOut" onClick={actions.zoomOut}>
        <IconMinus size={18} stroke={1.7} />
      </Tool>
      <Tooltip label={`${say('tools.actualSize')}${useKeyHint('actualSize')}`}>
        <Button
          size="compact-xs"
          h={32}
          variant="subtle"
          color="gray"
          className={styles.percent}
          aria-label={say('tools.zoomIs', { percent })}
          onClick={actions.actualSize}
        >
          {percent} %
        </Button>
      </Tooltip>
      <Tool action="zoomIn" onClick={actions.zoomIn}>
        <IconPlus size={18} stroke={1.7} />
      </Tool>
      <span className={styles.divider} />
      <Tool action="fit" onClick={actions.fit}>
        <IconArrowsMaximize size={18} stroke={1.7} />
      </Tool>
      {!readOnly && (
        <Tool action="help" label={say('tools.help')} onClick={actions.help}>
          <IconKeyboard size={18} stroke={1.7} />
        </Tool>
      )}
    </div>
  )
})
