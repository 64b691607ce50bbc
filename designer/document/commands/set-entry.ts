import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

/** Says which step comes first when an invoice is open, or once it is paid. */
export interface SetEntry {
  readonly type: 'set-entry'
  readonly entry: 'open' | 'paid'
  readonly node: string | null
}

export function setEntry(draft: Draft, { entry, node }: SetEntry): void {
  if (draft.entries[entry] === node) throw new Refusal('nothing-to-do')
  draft.setEntry(entry, node)
}
