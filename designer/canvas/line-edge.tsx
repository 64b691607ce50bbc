import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import styles from './canvas.module.css'
import { useCanvasActions } from './canvas-actions.ts'
import type { LineEdgeType } from './flow-parts.ts'
import { middleOf, roundedPath } from './geometry/rounded-path.ts'
import { useOutcomes } from './step-card.tsx'
import { useStudio } from './studio-context.tsx'

/** A line between two steps, with its outcome's words where there is a choice and a button to put a step on it. */
export const LineEdge = memo(function LineEdge({ id, data, selected }: EdgeProps<LineEdgeType>) {
  const { readOnly } = useStudio()
  if (data === undefined) return null
  const { line, route } = data
  return (
    <>
      <BaseEdge id={id} path={roundedPath(route)} markerEnd="url(#relance-arrow)" interactionWidth={20} />
      {!readOnly && <InsertButton id={id} at={middleOf(route)} selected={selected === true} />}
      {line.labelled && <LineLabel {...data} />}
    </>
  )
})

function InsertButton({ id, at, selected }: { id: string; at: { x: number; y: number }; selected: boolean }) {
  const { say } = useStudio()
  const { insertOn } = useCanvasActions()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot be drawn inside an SVG
    <g
      className={styles.insert}
      data-selected={selected || undefined}
      transform={`translate(${at.x} ${at.y})`}
      role="button"
      tabIndex={selected ? 0 : -1}
      aria-label={say('line.insert')}
      onClick={(event) => {
        event.stopPropagation()
        insertOn(id)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') insertOn(id)
      }}
    >
      <circle r={12} className={styles.insertTarget} />
      <circle r={9} />
      <path d="M-4 0H4M0 -4V4" />
    </g>
  )
}

function LineLabel({ line }: NonNullable<LineEdgeType['data']>) {
  const words = useOutcomes(line.exit.outcomes)
  return (
    <EdgeLabelRenderer>
      <span
        className={styles.lineLabel}
        title={words.all}
        style={{ transform: `translate(-50%, -50%) translate(${line.from.x}px, ${line.from.y + 20}px)` }}
      >
        {words.short}
      </span>
    </EdgeLabelRenderer>
  )
}
