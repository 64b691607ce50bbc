import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import { card, startPill } from './geometry/card-size.ts'
import type { Drawing } from './geometry/draw-scenario.ts'
import { frameOf } from './geometry/frame.ts'
import { boxAround } from './geometry/point.ts'
import type { Route } from './geometry/route-lines.ts'

const margin = 24
/** The smallest scale at which every word of a card is read. */
const least = 0.75
/** Room taken by the tools above. */
const belowTools = 72

/** Opens a scenario where people begin to read: at its start, as large as its width allows. */
export function useOpeningView({
  drawing,
  routes,
  entry,
}: {
  drawing: Drawing
  routes: ReadonlyMap<string, Route>
  entry: string | null
}) {
  const { setViewport } = useReactFlow()
  return useCallback(
    ({ width, tools }: { width: number; tools: boolean }) => {
      const top = tools ? belowTools : margin
      const frame = frameOf(drawing, { routes, entry }) ?? boxAround(drawing.starts.map(({ box }) => box))!
      const cards = [...drawing.cards.values()].map(({ box }) => box)
      const all = boxAround([frame, ...cards, ...drawing.starts.map(({ box }) => box)])!
      const road =
        (drawing.starts.find(({ id }) => id === '$open')?.box.x ?? frame.x) - (card.width - startPill.width) / 2
      const room = width - 2 * margin
      // Everything across when that stays readable, else the course, else its main road.
      const shown = [all, frame].find((box) => box.width * least <= room)
      const zoom = Math.min(1, Math.max(least, room / (shown ?? frame).width))
      const x =
        shown === undefined
          ? Math.max(margin + 8, width / 3 - 140) - road * zoom
          : (width - shown.width * zoom) / 2 - shown.x * zoom
      return void setViewport({ x, y: (drawing.cards.size === 0 ? 2 * top : top) - frame.y * zoom, zoom })
    },
    [drawing, routes, entry, setViewport],
  )
}
