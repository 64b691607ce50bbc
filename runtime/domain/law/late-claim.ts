import { addDays } from '../ageing/days-between.ts'
import type { AgreedRate } from './annual-rate.ts'
import { latePenalties, type PenaltyLine } from './late-penalties.ts'
import { type RateTable, valueOn } from './rate-table.ts'

export interface ClaimQuestion {
  readonly type: 'invoice' | 'credit-note' | 'payment' | 'other'
  readonly disputed: boolean
  readonly dueDate: string
  /** Incl. VAT, minor units. */
  readonly amount: number
  readonly payments: readonly { readonly date: string; readonly amount: number }[]
  readonly today: string
  readonly agreed: AgreedRate
  readonly rates: RateTable
  /** Day of the judgment that opened insolvency proceedings. */
  readonly insolventSince: string | null
}

export type LeftOut = 'not-an-invoice' | 'disputed' | 'not-late' | 'insolvent'

/** What a late invoice costs beside its principal. */
export interface LateClaim {
  /** Why nothing is claimed; null when something is. */
  readonly leftOut: LeftOut | null
  readonly lines: readonly PenaltyLine[]
  /** Minor units of the invoice's currency. */
  readonly penalties: number
  /** Cents of EUR, whatever the currency of the invoice. */
  readonly indemnity: number
  /** The last day counted. */
  readonly until: string
  /** The day on which insolvency proceedings stopped the interest. */
  readonly stoppedOn: string | null
}

/**
 * Penalties and the fixed indemnity of one invoice as of today. The indemnity is owed once, however many reminders
 * (C. com. L441-10 II, D441-5). Credit notes and disputed invoices bear nothing. The judgment that opens insolvency
 * proceedings stops the interest (C. com. L622-28); what fell due after it bears neither.
 */
export function lateClaim(question: ClaimQuestion): LateClaim {
  const { type, disputed, dueDate, today, rates, insolventSince } = question
  const stop = insolventSince !== null && insolventSince <= today ? insolventSince : null
  const until = stop === null ? today : addDays(stop, -1)
  const nothing = { lines: [], penalties: 0, indemnity: 0, until, stoppedOn: stop }
  if (type !== 'invoice') return { ...nothing, leftOut: 'not-an-invoice' }
  if (disputed) return { ...nothing, leftOut: 'disputed' }
  const lines = latePenalties({ ...question, until })
  const last = lines.at(-1)
  if (last === undefined) return { ...nothing, leftOut: stop !== null && stop <= dueDate ? 'insolvent' : 'not-late' }
  const penalties = lines.reduce((sum, { amount }) => sum + amount, 0)
  const indemnity = valueOn(rates.indemnity, addDays(dueDate, 1))?.value ?? 0
  return { leftOut: null, lines, penalties, indemnity, until: last.to, stoppedOn: last.to < today ? stop : null }
}
