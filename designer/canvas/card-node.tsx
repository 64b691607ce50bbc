import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import { useOverlay } from '../overlay/overlay.ts'
import styles from './canvas.module.css'
import { type CardNodeType, entryHandle } from './flow-parts.ts'
import { gravest, problemsOf } from './problem-index.ts'
import { StepCard } from './step-card.tsx'
import { useStudio, useStudioState } from './studio-context.tsx'

/** A step on the canvas: the card with the ends to which lines are drawn. */
export const CardNode = memo(function CardNode({ id, data, selected }: NodeProps<CardNodeType>) {
  const { faces, readOnly } = useStudio()
  const { reading, exits } = data.card
  const problems = useStudioState(({ problems }) => problemsOf(problems, id))
  const mark = useOverlay(({ marks }) => marks[id])
  const files = useOverlay((overlay) => overlay.files[id])
  const comments = useStudioState((studio) => studio.comments[id])
  return (
    <>
      <Handle
        id={entryHandle}
        type="target"
        position={Position.Top}
        className={styles.entry}
        isConnectableStart={false}
      />
      <StepCard
        reading={reading}
        exits={exits}
        face={faces.get(reading.node.kind)}
        selected={selected}
        problems={{ severity: gravest(problems), count: problems.length }}
        date={mark?.date}
        trail={mark?.trail}
        files={files}
        comments={comments}
        handle={(exit, at) => (
          <Handle
            id={exit.port}
            type="source"
            position={Position.Right}
            className={exit.target === null ? styles.openExit : styles.exit}
            style={{ top: 12, position: 'absolute' }}
            data-exit={at}
            isConnectable={!readOnly}
            isConnectableEnd={false}
          />
        )}
      />
      {exits.main !== null && (
        <Handle
          id={exits.main.port}
          type="source"
          position={Position.Bottom}
          className={exits.main.target === null ? styles.openExit : styles.exit}
          isConnectable={!readOnly}
          isConnectableEnd={false}
        />
      )}
    </>
  )
})
