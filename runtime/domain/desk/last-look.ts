import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import type { ExclusionScope, HoldScope } from './restraint.ts'

/** What is true of one invoice at the moment of sending. */
export interface LastLook {
  readonly phase: 'course' | 'thanks'
  /** Null when the ledger no longer knows the item. */
  readonly item: {
    readonly open: number
    readonly disputed: boolean
    readonly promised: boolean
    /** Where its file stands; null without a file. */
    readonly course: { readonly node: string | null; readonly visit: number; readonly ended: boolean } | null
  } | null
  readonly place: { readonly node: string; readonly visit: number }
  /** The widest hold that bears on it: a person has paused the invoice, its debtor, … or all sending. */
  readonly held: HoldScope | null
  /** Who is not to be written to: the debtor, this contact, or nobody about this invoice. */
  readonly excluded: ExclusionScope | null
  readonly stopRules: ScenarioPolicy['stopRules']
  /** Another invoice carries the account for this one: its id. */
  readonly carrier: string | null
}

/** Why an invoice does not take part in a message after all. */
export type DropReason =
  | 'paid'
  | 'reopened'
  | 'superseded'
  | 'unknown-item'
  | 'disputed'
  | 'promised'
  | 'carried'
  | 'nothing-to-say'
  | (typeof heldReasons)[HoldScope]
  | (typeof excludedReasons)[ExclusionScope]

export const heldReasons = {
  everything: 'held-everything',
  entity: 'held-entity',
  ledger: 'held-ledger',
  segment: 'held-segment',
  debtor: 'held-debtor',
  insolvency: 'held-insolvency',
  invoice: 'held',
} as const satisfies Record<HoldScope, string>

const excludedReasons = {
  debtor: 'excluded',
  contact: 'opted-out',
  invoice: 'excluded-invoice',
} as const satisfies Record<ExclusionScope, string>

export interface Drop {
  readonly reason: DropReason
  /** `held` steps are asked again once the file is free; the others are over. */
  readonly outcome: 'cancelled' | 'held'
  /** Id of the invoice that carries the account instead. */
  readonly carrier?: string
}

/** The last look at one invoice: null lets it go. A payment comes before everything else, then whatever may be lifted again. */
export function lastLook(look: LastLook): Drop | null {
  const { item, phase, stopRules, held, excluded, carrier } = look
  if (item === null) return cancel('unknown-item')
  if (phase === 'course' && item.open <= 0) return cancel('paid')
  if (phase === 'thanks' && item.open > 0) return cancel('reopened')
  if (isElsewhere(look)) return cancel('superseded')
  if (held) return hold(heldReasons[held])
  if (excluded) return cancel(excludedReasons[excluded])
  if (phase === 'thanks') return null
  if (item.disputed && stopRules.dispute) return hold('disputed')
  if (item.promised && stopRules.promise) return hold('promised')
  if (carrier) return { ...hold('carried'), carrier }
  return null
}

const holds: ReadonlySet<string> = new Set([...Object.values(heldReasons), 'disputed', 'promised', 'carried'])

/** Whether a step was given back for as long as something holds it, rather than cancelled. */
export function isHold(reason: string): boolean {
  return holds.has(reason)
}

/** Which of a file's flags a step was given back for. */
export function flagOf(reason: string | undefined): 'disputed' | 'promised' | 'held' | 'carried' {
  return reason === 'disputed' || reason === 'promised' || reason === 'carried' ? reason : 'held'
}

/** The file has gone on to another step, so nobody waits for this message any more. */
function isElsewhere({ item, place }: LastLook): boolean {
  const course = item?.course
  if (!course) return false
  return course.ended || course.node !== place.node || course.visit !== place.visit
}

const cancel = (reason: DropReason): Drop => ({ reason, outcome: 'cancelled' })
const hold = (reason: DropReason): Drop => ({ reason, outcome: 'held' })
