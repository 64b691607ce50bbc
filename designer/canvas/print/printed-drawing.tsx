import { useMantineTheme } from '@mantine/core'
import type { ScenarioNote } from '@relance/sdk/scenario-document'
import { noteSize } from '../geometry/card-size.ts'
import type { Drawing } from '../geometry/draw-scenario.ts'
import type { Box } from '../geometry/point.ts'
import { roundedPath } from '../geometry/rounded-path.ts'
import type { Route } from '../geometry/route-lines.ts'
import { useOutcomes } from '../step-card.tsx'
import { useStudio } from '../studio-context.tsx'
import { ink, setWidth } from './ink.ts'
import { PrintedCard } from './printed-card.tsx'
import { wrapText } from './wrap-text.ts'

export interface Printed {
  readonly drawing: Drawing
  readonly routes: ReadonlyMap<string, Route>
  readonly notes: readonly ScenarioNote[]
  /** Number of each step, as the list of steps has it. */
  readonly numbers: ReadonlyMap<string, number>
}

/** A part of a drawing as plain SVG, in the colours of paper: it needs no style sheet and no page around it. */
export function PrintedDrawing({ printed, view, label }: { printed: Printed; view: Box; label: string }) {
  const { drawing, routes, notes, numbers } = printed
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      width={view.width}
      height={view.height}
      fontFamily={ink.family}
      role="img"
      aria-label={label}
    >
      <defs>
        <marker
          id="printed-arrow"
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={8}
          markerHeight={8}
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M0.5 0.8L7.2 4L0.5 7.2Z" fill={ink.line} />
        </marker>
      </defs>
      {drawing.lines.map((line) => (
        <g key={line.id}>
          <path
            d={roundedPath(routes.get(line.id) ?? [])}
            fill="none"
            stroke={ink.line}
            strokeWidth={1.5}
            markerEnd="url(#printed-arrow)"
          />
          {line.labelled && <LineWords line={line} />}
        </g>
      ))}
      {drawing.starts.map((start) => (
        <PrintedStart key={start.id} start={start} />
      ))}
      {[...drawing.cards].map(([id, card]) => (
        <PrintedCard key={id} card={card} number={numbers.get(id) ?? 0} />
      ))}
      {notes.map((note) => (
        <PrintedNote key={note.id} note={note} />
      ))}
    </svg>
  )
}

function LineWords({ line }: { line: Drawing['lines'][number] }) {
  const { short } = useOutcomes(line.exit.outcomes)
  const { x, y } = line.from
  return (
    <text
      x={x}
      y={y + 24}
      fontSize={12}
      fill={ink.quiet}
      textAnchor="middle"
      stroke="#fff"
      strokeWidth={6}
      paintOrder="stroke"
    >
      {short}
    </text>
  )
}

function PrintedStart({ start: { id, box } }: { start: Drawing['starts'][number] }) {
  const { say } = useStudio()
  const paid = id === '$paid'
  return (
    <g>
      <rect {...box} rx={18} fill={paid ? ink.paid : ink.text} />
      <text x={box.x + box.width / 2} y={box.y + 23} fontSize={13} fontWeight={600} fill="#fff" textAnchor="middle">
        {say(paid ? 'start.paid' : 'start.open')}
      </text>
    </g>
  )
}

function PrintedNote({ note: { position, text } }: { note: ScenarioNote }) {
  const { colors } = useMantineTheme()
  const { width, height } = noteSize(text)
  const lines = text
    .split('\n')
    .flatMap((line) => wrapText(line, { width: width - 24, lines: 12, measure: setWidth(12) }))
  return (
    <g>
      <rect {...position} width={width} height={height} rx={8} fill={colors.yellow[1]} />
      {lines.slice(0, Math.floor((height - 20) / 18)).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change places
        <text key={at} x={position.x + 12} y={position.y + 24 + at * 18} fontSize={12} fill={ink.text}>
          {line}
        </text>
      ))}
    </g>
  )
}
