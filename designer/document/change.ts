import type { ScenarioDocument, ScenarioEdge, ScenarioNode, ScenarioNote } from '@relance/sdk/scenario-document'

interface Lists {
  readonly nodes: ScenarioNode
  readonly edges: ScenarioEdge
  readonly notes: ScenarioNote
}
export type ListName = keyof Lists
export type FieldName = 'name' | 'description' | 'segment' | 'languages' | 'entries' | 'policy'

/** One slot of a list before and after, null where there was nothing. The place is kept, so that a way back is exact. */
export type ListChange = {
  [L in ListName]: {
    readonly list: L
    readonly at: number
    readonly from: Lists[L] | null
    readonly to: Lists[L] | null
  }
}[ListName]

export type FieldChange = {
  [F in FieldName]: { readonly field: F; readonly from: ScenarioDocument[F]; readonly to: ScenarioDocument[F] }
}[FieldName]

/** The smallest reversible edit of a document, as data. */
export type Change = ListChange | FieldChange

/** Applies changes in order. Untouched parts keep their identity, so that views can compare by reference. */
export function applyChanges(document: ScenarioDocument, changes: readonly Change[]): ScenarioDocument {
  const next: Record<string, unknown> = { ...document }
  const copied = new Set<string>()
  for (const change of changes) {
    if ('field' in change) {
      next[change.field] = change.to
      continue
    }
    if (!copied.has(change.list)) {
      next[change.list] = [...(next[change.list] as unknown[])]
      copied.add(change.list)
    }
    const list = next[change.list] as unknown[]
    list.splice(change.at, change.from === null ? 0 : 1, ...(change.to === null ? [] : [change.to]))
  }
  return next as ScenarioDocument
}

/** The changes that lead back. */
export function invertChanges(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, from: change.to, to: change.from }) as Change).reverse()
}
