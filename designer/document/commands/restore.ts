import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

/** Takes up another drawing of the same scenario, whole. */
export interface Restore {
  readonly type: 'restore'
  readonly document: ScenarioDocument
}

export function restore(draft: Draft, { document }: Restore): void {
  const { name, description, segment, languages, policy, entries, nodes, edges, notes } = document
  draft.set('entries', { open: null, paid: null })
  for (const edge of [...draft.edges]) draft.disconnect(edge)
  for (const { id, locked } of [...draft.nodes]) {
    if (locked === true) draft.setLock(id, false)
    draft.removeNode(id)
  }
  for (const { id } of [...draft.notes]) draft.removeNote(id)
  for (const node of nodes) draft.addNode(node)
  for (const edge of edges) {
    if (draft.edge(edge.source, edge)) throw new Refusal('invalid-value')
    draft.connect(edge)
  }
  for (const note of notes) draft.addNote(note)
  for (const entry of ['open', 'paid'] as const) draft.setEntry(entry, entries[entry])
  draft.set('name', name)
  draft.set('description', description)
  draft.set('segment', segment)
  draft.set('languages', languages)
  draft.set('policy', policy)
}
