import { useStore } from '@xyflow/react'
import type { Box } from './geometry/point.ts'

const tile = 600

/** The part of the drawing in view, widened to whole tiles: it changes once in a while, not with every pixel panned. */
export function useViewTile(): Box {
  return useStore(
    ({ transform: [left, top, zoom], width, height }) => {
      const x = Math.floor(-left / zoom / tile) * tile - tile
      const y = Math.floor(-top / zoom / tile) * tile - tile
      const right = Math.ceil((width - left) / zoom / tile) * tile + tile
      const bottom = Math.ceil((height - top) / zoom / tile) * tile + tile
      return { x, y, width: right - x, height: bottom - y }
    },
    (a, b) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height,
  )
}

/** Whether a box and a way may meet. */
export function isInView(points: readonly { x: number; y: number }[], { x, y, width, height }: Box): boolean {
  let [left, right, top, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const point of points) {
    left = Math.min(left, point.x)
    right = Math.max(right, point.x)
    top = Math.min(top, point.y)
    bottom = Math.max(bottom, point.y)
  }
  return right >= x && left <= x + width && bottom >= y && top <= y + height
}
