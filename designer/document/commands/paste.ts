import type { ScenarioEdge, ScenarioNode, ScenarioNote } from '@relance/sdk/scenario-document'
import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

/** Adds copied steps with the lines between them. Their ids are already fresh (see `freshCopy`). */
export interface Paste {
  readonly type: 'paste' | 'duplicate'
  readonly nodes: readonly ScenarioNode[]
  readonly edges: readonly ScenarioEdge[]
  readonly notes: readonly ScenarioNote[]
}

export function paste(draft: Draft, { nodes, edges, notes }: Paste): void {
  for (const node of nodes) draft.addNode(node)
  for (const edge of edges) draft.connect(edge)
  for (const note of notes) draft.addNote(note)
  if (draft.changes.length === 0) throw new Refusal('nothing-to-do')
}
