import { useReactFlow, useStore } from '@xyflow/react'
import { memo, type PointerEvent, useMemo } from 'react'
import styles from './canvas.module.css'
import type { Drawing } from './geometry/draw-scenario.ts'
import { type Box, boxAround } from './geometry/point.ts'
import { useStudio } from './studio-context.tsx'

const size = { width: 148, height: 112 }
const breath = 120

/**
 * The whole scenario in a corner; click or drag in it to go elsewhere. Our own, as the canvas library's map listens to
 * every step at every move.
 */
export const OverviewMap = memo(function OverviewMap({ drawing }: { drawing: Drawing }) {
  const { say } = useStudio()
  const { setCenter, getZoom } = useReactFlow()
  const whole = useMemo(() => wholeOf(drawing), [drawing])
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons === 0) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const scale = Math.max(whole.width / size.width, whole.height / size.height)
    const x = whole.x + whole.width / 2 + (event.clientX - left - size.width / 2) * scale
    const y = whole.y + whole.height / 2 + (event.clientY - top - size.height / 2) * scale
    void setCenter(x, y, { zoom: getZoom() })
  }
  return (
    <svg
      {...size}
      className={styles.map}
      viewBox={`${whole.x} ${whole.y} ${whole.width} ${whole.height}`}
      role="img"
      aria-label={say('aria.map')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      <Steps drawing={drawing} />
      <View />
    </svg>
  )
})

function wholeOf({ cards, starts }: Drawing): Box {
  const { x, y, width, height } = boxAround([...cards.values(), ...starts].map(({ box }) => box))!
  return { x: x - breath, y: y - breath, width: width + 2 * breath, height: height + 2 * breath }
}

/** One shape per colour: five hundred steps are five elements. */
const Steps = memo(function Steps({ drawing }: { drawing: Drawing }) {
  const { faces } = useStudio()
  const shapes = new Map<string, string[]>()
  for (const { box, reading } of drawing.cards.values()) {
    const colour = faces.get(reading.node.kind)?.colour ?? 'gray'
    const path = `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}Z`
    const known = shapes.get(colour)
    if (known === undefined) shapes.set(colour, [path])
    else known.push(path)
  }
  return [...shapes].map(([colour, paths]) => (
    <path key={colour} d={paths.join('')} style={{ fill: `var(--mantine-color-${colour}-filled)` }} />
  ))
})

/** What is in view, as a frame of even width at any scale. */
function View() {
  const box = useStore(
    ({ transform: [x, y, zoom], width, height }) => ({
      x: -x / zoom,
      y: -y / zoom,
      width: width / zoom,
      height: height / zoom,
    }),
    same,
  )
  return <rect {...box} rx={12} className={styles.mapView} />
}

function same(left: Box, right: Box): boolean {
  return left.x === right.x && left.y === right.y && left.width === right.width && left.height === right.height
}
