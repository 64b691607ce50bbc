import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Selection } from '../clipboard.ts'
import type { Move, Position } from '../commands/move.ts'
import type { Direction } from './walk.ts'

const shifts: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
}

/** The command that moves what is chosen by so many pixels. */
export function nudgeParts(
  { nodes, notes }: ScenarioDocument,
  { selection, direction, by }: { selection: Selection; direction: Direction; by: number },
): Move {
  const [across, down] = shifts[direction]
  const moved = (ids: readonly string[], parts: readonly { id: string; position: Position }[]) =>
    Object.fromEntries(
      parts
        .filter(({ id }) => ids.includes(id))
        .map(({ id, position: { x, y } }) => [id, { x: x + across * by, y: y + down * by }]),
    )
  return { type: 'move', nodes: moved(selection.nodes, nodes), notes: moved(selection.notes, notes) }
}
