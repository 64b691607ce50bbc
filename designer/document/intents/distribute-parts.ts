import type { Point } from '../../canvas/geometry/point.ts'
import type { Move } from '../commands/move.ts'
import { moveTo, type PlacedPart } from './align-parts.ts'

export const directions = ['across', 'down'] as const
export type Spread = (typeof directions)[number]

/** Pixels kept between two parts that would cover each other. */
const leastGap = 24

const measures = {
  across: { start: 'x', length: 'width' },
  down: { start: 'y', length: 'height' },
} as const

/** The command that leaves the same gap between parts; the first stays where it is, the last too where there is room. */
export function distributeParts(parts: readonly PlacedPart[], { direction }: { direction: Spread }): Move {
  const { start, length } = measures[direction]
  const inOrder = [...parts].sort((left, right) => left.box[start] - right.box[start])
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (first === undefined || last === undefined || inOrder.length < 3) return { type: 'distribute', nodes: {} }
  const room = last.box[start] + last.box[length] - first.box[start]
  const taken = inOrder.reduce((sum, { box }) => sum + box[length], 0)
  const gap = Math.max(leastGap, (room - taken) / (inOrder.length - 1))
  const moved = new Map<PlacedPart, Point>()
  let at = first.box[start]
  for (const part of inOrder) {
    moved.set(part, { x: part.box.x, y: part.box.y, [start]: at })
    at += part.box[length] + gap
  }
  return moveTo('distribute', moved)
}
