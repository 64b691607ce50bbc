import type { ScenarioPolicy } from '@relance/sdk/scenario-document'

/** What is true of one invoice at the moment of sending. */
export interface LastLook {
  readonly phase: 'course' | 'thanks'
  /** Null when the ledger no longer knows the item. */
  readonly item: {
    readonly open: number
    readonly disputed: boolean
    readonly promised: boolean
    readonly held: boolean
    /** Where its file stands; null without a file. */
    readonly course: { readonly node: string | null; readonly visit: number; readonly ended: boolean } | null
  } | null
  readonly place: { readonly node: string; readonly visit: number }
  readonly excluded: boolean
  readonly optedOut: boolean
  readonly stopRules: ScenarioPolicy['stopRules']
}

/** Why an invoice does not take part in a message after all. */
export type DropReason =
  | 'paid'
  | 'reopened'
  | 'excluded'
  | 'opted-out'
  | 'superseded'
  | 'unknown-item'
  | 'held'
  | 'disputed'
  | 'promised'
  | 'nothing-to-say'

export interface Drop {
  readonly reason: DropReason
  /** `held` steps are asked again once the file is free; the others are over. */
  readonly outcome: 'cancelled' | 'held'
}

/** The last look at one invoice: null lets it go. A payment comes before everything else. */
export function lastLook(look: LastLook): Drop | null {
  const { item, phase, stopRules } = look
  if (item === null) return drop('unknown-item')
  if (phase === 'course' && item.open <= 0) return drop('paid')
  if (phase === 'thanks' && item.open > 0) return drop('reopened')
  if (look.excluded) return drop('excluded')
  if (look.optedOut) return drop('opted-out')
  if (isElsewhere(look)) return drop('superseded')
  if (item.held) return { reason: 'held', outcome: 'held' }
  if (phase === 'thanks') return null
  if (item.disputed && stopRules.dispute) return { reason: 'disputed', outcome: 'held' }
  if (item.promised && stopRules.promise) return { reason: 'promised', outcome: 'held' }
  return null
}

/** The file has gone on to another step, so nobody waits for this message any more. */
function isElsewhere({ item, place }: LastLook): boolean {
  const course = item?.course
  if (!course) return false
  return course.ended || course.node !== place.node || course.visit !== place.visit
}

const drop = (reason: DropReason): Drop => ({ reason, outcome: 'cancelled' })
