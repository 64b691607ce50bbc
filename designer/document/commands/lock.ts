import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

/** Locks steps, so that neither their place nor their settings change by accident, or frees them again. */
export interface Lock {
  readonly type: 'lock' | 'unlock'
  readonly nodes: readonly string[]
}

export function lock(draft: Draft, { type, nodes }: Lock): void {
  const locked = type === 'lock'
  for (const id of nodes) if ((draft.node(id).locked === true) !== locked) draft.setLock(id, locked)
  if (draft.changes.length === 0) throw new Refusal('nothing-to-do')
}
