import type { WhatIf } from '../machine/what-if.ts'
import { bell, chance } from './chance.ts'
import type { LedgerColumns } from './ledger-columns.ts'

/** Each customer as its history tells, or all alike. */
export type Conduct = { readonly type: 'history' } | Exclude<WhatIf, { type: 'promises' }>

/** Turns of chance of one file: two for its delay, two for a delay begun, then one pair for each contact. */
const turns = { delay: 0, rest: 2, contacts: 4 } as const

/**
 * When a customer pays an invoice of its own accord, as a day; ∞ for never. Drawn from the mean and the spread of its delays. An
 * invoice that is already later than what was drawn is paid soon: within the spread from the first day on.
 */
export function unaidedDay(
  { debtors, files }: LedgerColumns,
  { debtor, file, first, conduct }: { debtor: number; file: number; first: number; conduct: Conduct },
): number {
  const due = files.dueDay[file]!
  if (conduct.type === 'pays') return due + conduct.daysLate
  if (conduct.type !== 'history') return Number.POSITIVE_INFINITY
  const key = files.key[file]!
  const deviation = debtors.deviation[debtor]!
  const day = due + Math.round(debtors.mean[debtor]! + deviation * bell(key, turns.delay))
  const earliest = Math.max(first, files.issueDay[file]!) + 1
  return day >= earliest ? day : earliest + Math.round(Math.abs(deviation * bell(key, turns.rest)))
}

/** The day on which a contact makes the customer pay, or ∞ when it leaves things as they were. `count` is the contact's number. */
export function respondingDay(
  key: number,
  { share, within, day, count }: { share: number; within: number; day: number; count: number },
): number {
  const turn = turns.contacts + 2 * count
  if (chance(key, turn) >= share) return Number.POSITIVE_INFINITY
  return day + 1 + Math.floor(chance(key, turn + 1) * within)
}
