import { useMemo, useRef } from 'react'
import { type Drawing, type DrawnLine, drawScenario } from './geometry/draw-scenario.ts'
import { type Routed, routeChanged } from './geometry/route-changed.ts'
import type { Route } from './geometry/route-lines.ts'
import { useStudio, useStudioState } from './studio-context.tsx'

export interface RoutedDrawing {
  readonly drawing: Drawing
  readonly routes: ReadonlyMap<string, Route>
  readonly lines: ReadonlyMap<string, DrawnLine>
}

/** The open document as a drawing at rest, with the way of every line. */
export function useDrawing(): RoutedDrawing {
  const { read } = useStudio()
  const document = useStudioState((studio) => studio.document)
  const before = useRef<Routed | null>(null)
  return useMemo(() => {
    const drawing = drawScenario(document, { read })
    const lines = new Map(drawing.lines.map((line) => [line.id, line]))
    const routes = routeChanged(drawing, { before: before.current })
    before.current = { drawing, routes }
    return { drawing, routes, lines }
  }, [document, read])
}
