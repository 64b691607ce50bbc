import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

export interface Position {
  readonly x: number
  readonly y: number
}

/** Puts steps and notes elsewhere. `lay-out` is the same edit under the name of what people asked for. */
export interface Move {
  readonly type: 'move' | 'lay-out'
  readonly nodes: Readonly<Record<string, Position>>
  readonly notes?: Readonly<Record<string, Position>>
}

export function move(draft: Draft, { nodes, notes = {} }: Move): void {
  for (const node of draft.nodes) {
    const position = nodes[node.id]
    if (position !== undefined && !same(position, node.position))
      draft.changeNode(node.id, { position: { ...position } })
  }
  for (const note of draft.notes) {
    const position = notes[note.id]
    if (position !== undefined && !same(position, note.position))
      draft.changeNote(note.id, { position: { ...position } })
  }
  if (draft.changes.length === 0) throw new Refusal('nothing-to-do')
}

function same(left: Position, right: Position): boolean {
  return left.x === right.x && left.y === right.y
}
