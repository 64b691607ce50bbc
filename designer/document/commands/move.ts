import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

export interface Position {
  readonly x: number
  readonly y: number
}

/**
 * Puts steps and notes elsewhere; locked steps stay. The other types are the same edit under the name of what people
 * asked for.
 */
export interface Move {
  readonly type: 'move' | 'lay-out' | 'align' | 'distribute'
  readonly nodes: Readonly<Record<string, Position>>
  readonly notes?: Readonly<Record<string, Position>>
}

export function move(draft: Draft, { nodes, notes = {} }: Move): void {
  let stayed = false
  for (const node of draft.nodes) {
    const position = nodes[node.id]
    if (position === undefined || same(position, node.position)) continue
    if (node.locked === true) stayed = true
    else draft.changeNode(node.id, { position: { ...position } })
  }
  for (const note of draft.notes) {
    const position = notes[note.id]
    if (position !== undefined && !same(position, note.position))
      draft.changeNote(note.id, { position: { ...position } })
  }
  if (draft.changes.length === 0) throw new Refusal(stayed ? 'locked' : 'nothing-to-do')
}

function same(left: Position, right: Position): boolean {
  return left.x === right.x && left.y === right.y
}
