import type { NodeDefinition } from '@relance/sdk/define-node'
import type { DragEvent } from 'react'
import type { DrawnLine } from './geometry/draw-scenario.ts'
import type { Point } from './geometry/point.ts'
import { paletteMime } from './palette.tsx'
import { useStudio } from './studio-context.tsx'

type Drop = (definition: NodeDefinition, where: { screen: Point; line: DrawnLine | undefined }) => void

/** Takes kinds dragged from the palette: onto the board, or onto a line, which lights up. */
export function useDropping(drop: Drop, lines: ReadonlyMap<string, DrawnLine>) {
  const { registry, readOnly } = useStudio()
  if (readOnly) return {}
  const over = ({ clientX, clientY }: DragEvent) => {
    const edge = document.elementFromPoint(clientX, clientY)?.closest('[data-line]') ?? null
    for (const lit of document.querySelectorAll('[data-line][data-drop]'))
      if (lit !== edge) delete (lit as SVGElement).dataset.drop
    if (edge !== null) (edge as SVGElement).dataset.drop = ''
    return edge?.getAttribute('data-line') ?? null
  }
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(paletteMime)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      over(event)
    },
    onDrop: (event: DragEvent) => {
      const definition = registry.get(event.dataTransfer.getData(paletteMime))
      if (definition === undefined) return
      event.preventDefault()
      const id = over(event)
      for (const lit of document.querySelectorAll('[data-line][data-drop]')) delete (lit as SVGElement).dataset.drop
      drop(definition, {
        screen: { x: event.clientX, y: event.clientY },
        line: id === null ? undefined : lines.get(id),
      })
    },
  }
}
