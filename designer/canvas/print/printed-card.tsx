import { useMantineTheme } from '@mantine/core'
import type { Exit } from '../../document/exits.ts'
import { capital } from '../../format/capital.ts'
import { isSlim, sideExitOffset } from '../geometry/card-size.ts'
import type { Card } from '../geometry/draw-scenario.ts'
import { momentChip } from '../moment-chip.ts'
import { useOutcomes } from '../step-card.tsx'
import { useStudio } from '../studio-context.tsx'
import { ink, setWidth } from './ink.ts'
import { wrapText } from './wrap-text.ts'

/** A step on paper: its number, what it is, what it does, where it leads besides the main road. */
export function PrintedCard({ card: { box, reading, exits }, number }: { card: Card; number: number }) {
  const { faces, say } = useStudio()
  const { colors } = useMantineTheme()
  const face = faces.get(reading.node.kind)
  const shades = colors[face?.colour ?? 'gray']!
  const head = isSlim(reading) ? 48 : 80
  const chip = reading.moment === null ? null : momentChip(reading.moment, say).text
  const chipWidth = chip === null ? 0 : setWidth(12)(chip) + 14
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <rect
        width={box.width}
        height={box.height}
        rx={10}
        fill="#fff"
        stroke={ink.edge}
        strokeDasharray={reading.shape === 'unknown' ? '5 4' : undefined}
      />
      <rect x={12} y={head / 2 - 16} width={32} height={32} rx={8} fill={shades[1]} />
      {face !== undefined && (
        <g transform={`translate(19 ${head / 2 - 9})`} color={shades[8]}>
          <face.icon size={18} stroke={1.7} />
        </g>
      )}
      <Words reading={reading} middle={head / 2} width={box.width - 66 - (chip === null ? 0 : chipWidth + 10)} />
      {chip !== null && (
        <g>
          <rect
            x={box.width - 12 - chipWidth}
            y={head / 2 - 10}
            width={chipWidth}
            height={20}
            rx={5}
            fill={ink.ground}
          />
          <text x={box.width - 12 - chipWidth / 2} y={head / 2 + 4} fontSize={12} fill={ink.quiet} textAnchor="middle">
            {chip}
          </text>
        </g>
      )}
      {exits.side.length > 0 && <path d={`M0 ${head}H${box.width}`} stroke={ink.edge} />}
      {exits.side.map((exit, at) => (
        <ExitWords key={exit.port} exit={exit} x={box.width - 12} y={sideExitOffset(reading, at) + 4} />
      ))}
      <circle cx={0} cy={0} r={11} fill={ink.text} />
      <text y={4} fontSize={11} fontWeight={600} fill="#fff" textAnchor="middle">
        {number}
      </text>
    </g>
  )
}

function Words({ reading, middle, width }: Pick<Card, 'reading'> & { middle: number; width: number }) {
  const { sayWords, say } = useStudio()
  const { node, name, sentence, shape } = reading
  const does =
    sentence === null ? say(shape === 'unknown' ? 'card.unknown' : 'card.unreadable') : capital(sayWords(sentence))
  const slim = isSlim(reading)
  const [above, title] = node.label === '' ? [slim ? '' : sayWords(name), does] : [does, node.label]
  const lines = wrapText(title, { width, lines: 2, measure: setWidth(13, 600) })
  const first = wrapText(above, { width, lines: 1, measure: setWidth(12) })[0]
  const rows = lines.length + (first === undefined ? 0 : 1)
  const top = middle - (rows * 17) / 2 + 13
  return (
    <>
      {first !== undefined && (
        <text x={54} y={top} fontSize={12} fill={ink.quiet}>
          {first}
        </text>
      )}
      {lines.map((line, at) => (
        <text
          key={line}
          x={54}
          y={top + (at + (first === undefined ? 0 : 1)) * 17}
          fontSize={13}
          fontWeight={600}
          fill={ink.text}
        >
          {line}
        </text>
      ))}
    </>
  )
}

function ExitWords({ exit, x, y }: { exit: Exit; x: number; y: number }) {
  const { short } = useOutcomes(exit.outcomes)
  return (
    <text x={x} y={y} fontSize={12} fill={ink.quiet} textAnchor="end">
      {short}
    </text>
  )
}
