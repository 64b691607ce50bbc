import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import type { Drawing } from './geometry/draw-scenario.ts'
import { frameOf } from './geometry/frame.ts'
import { boxAround } from './geometry/point.ts'
import type { Route } from './geometry/route-lines.ts'

const margin = 24
/** Room taken by the tools above. */
const top = 72

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
    ({ width }: { width: number }) => {
      const frame = frameOf(drawing, { routes, entry }) ?? boxAround([...drawing.cards.values()].map(({ box }) => box))
      if (frame === null) return void setViewport({ x: width / 2 - 128, y: 140, zoom: 1 })
      const start = drawing.starts.find(({ id }) => id === '$open')?.box ?? frame
      const zoom = Math.min(1, Math.max(0.75, (width - 2 * margin) / frame.width))
      const fits = frame.width * zoom <= width - 2 * margin
      // The whole width when it fits, else the main road a third from the left, so that exceptions show.
      const x = fits
        ? (width - frame.width * zoom) / 2 - frame.x * zoom
        : Math.max(margin, width / 3 - 140) - start.x * zoom
      return void setViewport({ x, y: top - frame.y * zoom, zoom })
    },
    [drawing, routes, entry, setViewport],
  )
}
