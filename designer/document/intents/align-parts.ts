import { type Box, boxAround, type Point } from '../../canvas/geometry/point.ts'
import type { Move, Position } from '../commands/move.ts'

/** A step or note that is chosen, with the room that it takes. */
export interface PlacedPart {
  readonly id: string
  readonly list: 'nodes' | 'notes'
  readonly box: Box
}

export const sides = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Side = (typeof sides)[number]

const places: Readonly<Record<Side, (box: Box, around: Box) => Point>> = {
  left: ({ y }, around) => ({ x: around.x, y }),
  centre: ({ y, width }, around) => ({ x: around.x + (around.width - width) / 2, y }),
  right: ({ y, width }, around) => ({ x: around.x + around.width - width, y }),
  top: ({ x }, around) => ({ x, y: around.y }),
  middle: ({ x, height }, around) => ({ x, y: around.y + (around.height - height) / 2 }),
  bottom: ({ x, height }, around) => ({ x, y: around.y + around.height - height }),
}

/** The command that lines parts up on one side, or on the middle, of the room that they take together. */
export function alignParts(parts: readonly PlacedPart[], { side }: { side: Side }): Move {
  const around = boxAround(parts.map(({ box }) => box))
  if (around === null) return { type: 'align', nodes: {} }
  return moveTo('align', new Map(parts.map((part) => [part, places[side](part.box, around)])))
}

/** A move of parts to places, whole pixels. */
export function moveTo(type: Move['type'], moved: ReadonlyMap<PlacedPart, Point>): Move {
  const of = (list: PlacedPart['list']): Record<string, Position> =>
    Object.fromEntries(
      [...moved]
        .filter(([part]) => part.list === list)
        .map(([{ id }, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
    )
  return { type, nodes: of('nodes'), notes: of('notes') }
}
