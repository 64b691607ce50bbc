import { useCallback, useMemo, useState } from 'react'
import type { Point } from './geometry/point.ts'
import { type Route, routeLines } from './geometry/route-lines.ts'
import { draggedLines, shiftDrawing } from './geometry/shift-drawing.ts'
import type { RoutedDrawing } from './use-drawing.ts'

const still: ReadonlyMap<string, Point> = new Map()

/**
 * The drawing while cards are dragged. Only their own lines find a new way: the whole is routed again when they are put
 * down, so that a drag stays smooth and nothing else moves under the hand.
 */
export function useMoving({ drawing: rest, routes: restRoutes }: RoutedDrawing) {
  const [moving, setMoving] = useState(still)
  const drawing = useMemo(() => shiftDrawing(rest, moving), [rest, moving])
  const routes = useMemo((): ReadonlyMap<string, Route> => {
    if (moving.size === 0) return restRoutes
    const led = new Set(draggedLines(rest, moving).map(({ id }) => id))
    const boxes = [...drawing.cards.values()].map(({ box }) => box)
    return new Map([
      ...restRoutes,
      ...routeLines(
        drawing.lines.filter(({ id }) => led.has(id)),
        { boxes },
      ),
    ])
  }, [rest, restRoutes, drawing, moving])
  return { drawing, routes, moving, setMoving, stop: useCallback(() => setMoving(still), []) }
}
