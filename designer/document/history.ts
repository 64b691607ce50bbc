import type { ScenarioDocument, ScenarioNode } from '@relance/sdk/scenario-document'
import { applyChanges, type Change, invertChanges } from './change.ts'
import type { CommandName } from './command.ts'

/** One step that can be taken back, under the name of what was done. */
export interface HistoryStep {
  readonly name: CommandName
  /** The steps that it was about, as they were called when it was done. */
  readonly about: readonly ScenarioNode[]
  readonly changes: readonly Change[]
  /** Steps in a row with the same key are one: a sentence typed is not forty edits. */
  readonly merge?: string
}

export interface History {
  readonly past: readonly HistoryStep[]
  readonly future: readonly HistoryStep[]
}

export const emptyHistory: History = { past: [], future: [] }

/** Steps kept; older ones are forgotten. */
const depth = 500

export function record(history: History, step: HistoryStep): History {
  const last = history.past.at(-1)
  const merged = step.merge !== undefined && last?.merge === step.merge && history.future.length === 0
  if (!merged) return { past: [...history.past.slice(1 - depth), step], future: [] }
  const changes = squash([...last.changes, ...step.changes])
  return { past: [...history.past.slice(0, -1), { ...step, changes }], future: [] }
}

/** Ends the merging of steps, e.g. when a field is left. */
export function seal(history: History): History {
  const last = history.past.at(-1)
  if (last?.merge === undefined) return history
  return { ...history, past: [...history.past.slice(0, -1), { ...last, merge: undefined }] }
}

export interface Travelled {
  readonly document: ScenarioDocument
  readonly history: History
}

/** One step back, or null at the beginning. */
export function undo(document: ScenarioDocument, { past, future }: History): Travelled | null {
  const step = past.at(-1)
  if (step === undefined) return null
  return {
    document: applyChanges(document, invertChanges(step.changes)),
    history: { past: past.slice(0, -1), future: [step, ...future] },
  }
}

/** One step forward again, or null at the end. */
export function redo(document: ScenarioDocument, { past, future }: History): Travelled | null {
  const step = future[0]
  if (step === undefined) return null
  return {
    document: applyChanges(document, step.changes),
    history: { past: [...past, step], future: future.slice(1) },
  }
}

/** Back or forward to where so many steps are done; as far as there are steps. */
export function travel(
  document: ScenarioDocument,
  history: History,
  { done }: { readonly done: number },
): Travelled | null {
  let at: Travelled | null = null
  for (;;) {
    const from: Travelled = at ?? { document, history }
    const way = Math.sign(done - from.history.past.length)
    const next = way === 0 ? null : (way < 0 ? undo : redo)(from.document, from.history)
    if (next === null) return at
    at = next
  }
}

/** Joins neighbouring changes of one slot, so that a long typed text keeps two states, not hundreds. */
function squash(changes: readonly Change[]): Change[] {
  const kept: Change[] = []
  for (const change of changes) {
    const last = kept.at(-1)
    if (last !== undefined && last.to !== null && last.to === change.from && sameSlot(last, change)) {
      kept[kept.length - 1] = { ...last, to: change.to } as Change
    } else kept.push(change)
  }
  return kept
}

function sameSlot(left: Change, right: Change): boolean {
  if ('field' in left) return 'field' in right && left.field === right.field
  return 'list' in right && left.list === right.list && left.at === right.at && left.from !== null
}
