import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

/** Removes steps and notes. `heal` names for a removed step the one that follows it, to which its incoming lines then lead. */
export interface Delete {
  readonly type: 'delete'
  readonly nodes: readonly string[]
  readonly notes?: readonly string[]
  readonly heal?: Readonly<Record<string, string>>
}

export function deleteParts(draft: Draft, { nodes, notes = [], heal = {} }: Delete): void {
  const gone = new Set(nodes)
  for (const edge of draft.edges.filter(({ source, target }) => gone.has(source) || gone.has(target))) {
    draft.disconnect(edge)
    const target = successor(edge.target, { gone, heal })
    const heals = !gone.has(edge.source) && target !== null && target !== edge.source
    if (heals) draft.connect({ ...edge, target })
  }
  for (const entry of ['open', 'paid'] as const) {
    const first = draft.entries[entry]
    if (first !== null && gone.has(first)) {
      draft.setEntry(entry, successor(first, { gone, heal }))
    }
  }
  for (const id of gone) draft.removeNode(id)
  for (const id of notes) draft.removeNote(id)
  if (draft.changes.length === 0) throw new Refusal('nothing-to-do')
}

/** The first step after a removed one that stays, or null. */
function successor(id: string, { gone, heal }: { gone: ReadonlySet<string>; heal: Readonly<Record<string, string>> }) {
  const seen = new Set<string>()
  let at: string | undefined = id
  while (at !== undefined && gone.has(at) && !seen.has(at)) {
    seen.add(at)
    at = Object.hasOwn(heal, at) ? heal[at] : undefined
  }
  return at === undefined || gone.has(at) ? null : at
}
