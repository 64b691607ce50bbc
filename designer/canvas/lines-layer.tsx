import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import { lineOf, useOverlay } from '../overlay/overlay.ts'
import styles from './canvas.module.css'
import type { Drawing, DrawnLine } from './geometry/draw-scenario.ts'
import { middleOf, roundedPath } from './geometry/rounded-path.ts'
import type { Route } from './geometry/route-lines.ts'
import { useOutcomes } from './step-card.tsx'
import { useStudio } from './studio-context.tsx'
import { isInView, useViewTile } from './use-view-tile.ts'

const straight: Route = []
/** Up to here lines out of view are kept: nothing is gained by leaving them out. */
const fewLines = 120

interface Props {
  readonly drawing: Drawing
  readonly routes: ReadonlyMap<string, Route>
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly onInsert: (id: string) => void
}

/**
 * All lines under the cards, on our own routes. One plain layer instead of the canvas library's edges, each of which would
 * listen to every move of every card.
 */
export function LinesLayer({ drawing, routes, chosen, onChoose, onInsert }: Props) {
  const view = useViewTile()
  const all = drawing.lines.length <= fewLines
  const lines = all ? drawing.lines : drawing.lines.filter(({ id }) => isInView(routes.get(id) ?? straight, view))
  return (
    <ViewportPortal>
      <svg className={styles.lines} aria-hidden>
        {lines.map((line) => (
          <LineShape
            key={line.id}
            line={line}
            route={routes.get(line.id) ?? straight}
            chosen={chosen === line.id}
            onChoose={onChoose}
            onInsert={onInsert}
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}

interface ShapeProps {
  readonly line: DrawnLine
  readonly route: Route
  readonly chosen: boolean
  readonly onChoose: (id: string) => void
  readonly onInsert: (id: string) => void
}

/** A line between two steps, with its outcomes where there is a choice and a button to put a step on it. */
const LineShape = memo(function LineShape({ line, route, chosen, onChoose, onInsert }: ShapeProps) {
  const { readOnly } = useStudio()
  const traced = useOverlay(({ lines }) => lines.has(lineOf(line.source, line.target)))
  const path = roundedPath(route)
  const { x, y } = middleOf(route)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard connects by L and by the list of outcomes
    <g
      className={styles.line}
      data-line={line.id}
      data-chosen={chosen || undefined}
      data-traced={traced || undefined}
      onClick={() => onChoose(line.id)}
    >
      <path d={path} className={styles.hit} />
      <path d={path} className={styles.stroke} markerEnd="url(#relance-arrow)" />
      {line.labelled && <LineLabel line={line} />}
      {!readOnly && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the palette opened by A puts a step behind the chosen one
        <g
          className={styles.insert}
          data-insert
          transform={`translate(${x} ${y})`}
          onClick={(event) => {
            event.stopPropagation()
            onInsert(line.id)
          }}
        >
          <circle r={12} className={styles.insertTarget} />
          <circle r={9} />
          <path d="M-4 0H4M0 -4V4" />
        </g>
      )}
    </g>
  )
})

function LineLabel({ line }: { line: DrawnLine }) {
  const words = useOutcomes(line.exit.outcomes)
  return (
    <text className={styles.lineLabel} x={line.from.x} y={line.from.y + 24}>
      <title>{words.all}</title>
      {words.short}
    </text>
  )
}
