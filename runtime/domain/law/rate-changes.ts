import { type Dated, type RateKind, type RateTable, rateKinds } from './rate-table.ts'

export interface RateChange {
  readonly kind: RateKind
  readonly from: string
  readonly what: 'entered' | 'changed' | 'checked' | 'removed'
  /** Null where there was or is none. */
  readonly before: number | null
  readonly after: number | null
}

/** What was changed from one table to the next, row by row. */
export function rateChanges(old: RateTable, next: RateTable): RateChange[] {
  return rateKinds.flatMap((kind) => {
    const days = new Set([...old[kind], ...next[kind]].map(({ from }) => from))
    return [...days].sort().flatMap((from) => {
      const before = old[kind].find((row) => row.from === from)
      const after = next[kind].find((row) => row.from === from)
      const what = changeOf(before, after)
      return what ? [{ kind, from, what, before: before?.value ?? null, after: after?.value ?? null }] : []
    })
  })
}

function changeOf(before: Dated | undefined, after: Dated | undefined): RateChange['what'] | null {
  if (!before) return 'entered'
  if (!after) return 'removed'
  if (before.value !== after.value) return 'changed'
  return before.checked === after.checked ? null : after.checked ? 'checked' : 'changed'
}
