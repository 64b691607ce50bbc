import { useMemo, useState } from 'react'
import { type Drawing, drawScenario, routeDrawing } from './geometry/draw-scenario.ts'
import type { Point } from './geometry/point.ts'
import { type Route, routeLines } from './geometry/route-lines.ts'
import { useStudio, useStudioState } from './studio-context.tsx'

const still: ReadonlyMap<string, Point> = new Map()

/**
 * The drawing of the open document. While cards are dragged only their own lines find a new way: the whole is routed
 * again when they are put down, so that a drag stays smooth and nothing else moves under the hand.
 */
export function useDrawing() {
  const { read } = useStudio()
  const document = useStudioState((studio) => studio.document)
  const [moving, setMoving] = useState(still)
  const rest = useMemo(() => drawScenario(document, { read }), [document, read])
  const restRoutes = useMemo(() => routeDrawing(rest), [rest])
  const drawing = useMemo(
    () => (moving.size === 0 ? rest : drawScenario(document, { read, moving })),
    [document, read, moving, rest],
  )
  const routes = useMemo(
    () => (moving.size === 0 ? restRoutes : withMoved(restRoutes, { drawing, moving })),
    [restRoutes, drawing, moving],
  )
  return { document, drawing, routes, moving, setMoving, stop: () => setMoving(still) }
}

function withMoved(
  routes: ReadonlyMap<string, Route>,
  { drawing, moving }: { drawing: Drawing; moving: ReadonlyMap<string, Point> },
): ReadonlyMap<string, Route> {
  const led = new Set([...moving.keys(), ...startsOver(drawing, moving)])
  const touched = drawing.lines.filter(({ source, target }) => led.has(source) || led.has(target))
  const boxes = [...drawing.cards.values()].map(({ box }) => box)
  return new Map([...routes, ...routeLines(touched, { boxes })])
}

/** Starts hang over their first step and move with it. */
function startsOver({ lines }: Drawing, moving: ReadonlyMap<string, Point>): string[] {
  return lines.filter(({ source, target }) => source.startsWith('$') && moving.has(target)).map(({ source }) => source)
}
