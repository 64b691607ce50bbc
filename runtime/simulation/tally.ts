import type { Assignee } from '@relance/sdk/contact'
import { type Medium, media } from '@relance/sdk/define-node'
import type { Simulation } from '../machine/simulation.ts'
import type { LedgerColumns } from './ledger-columns.ts'

/** Everything that a simulation counts, in arrays that can be added up over threads. Weeks begin on Mondays. */
export interface Tally {
  /** The Monday of the first week, as a day since 1 January 1970. */
  readonly monday: number
  readonly weeks: number
  readonly people: number
  readonly currencies: number
  /** By week, person and medium. The last person is the finance director. */
  readonly contacts: Int32Array
  /** Customers contacted for the first time, by week. */
  readonly firstContacts: Int32Array
  /** Minor units that come in, by week and currency: with the scenario, and if nobody were reminded. */
  readonly cash: Float64Array
  readonly unaided: Float64Array
  /** By currency: minor units of all files; the same times their days of delay, with the scenario and unaided. */
  readonly amount: Float64Array
  readonly delayed: Float64Array
  readonly delayedUnaided: Float64Array
  /** How the files stand in the end. */
  readonly ends: Int32Array
}

export const tallyEnds = [
  'settled',
  'ended',
  'cancelled',
  'handedOver',
  'over',
  'waiting',
  'running',
] as const satisfies readonly Simulation['end'][]

export interface Period {
  /** First and last day, since 1 January 1970. */
  readonly first: number
  readonly last: number
}

export function emptyTally({ names }: Pick<LedgerColumns, 'names'>, { first, last }: Period): Tally {
  // 1 January 1970 was a Thursday.
  const monday = first - ((((first + 3) % 7) + 7) % 7)
  const weeks = Math.floor((last - monday) / 7) + 1
  const people = names.person.length + 1
  const currencies = names.currency.length
  return {
    ...{ monday, weeks, people, currencies },
    contacts: new Int32Array(weeks * people * media.length),
    firstContacts: new Int32Array(weeks),
    cash: new Float64Array(weeks * currencies),
    unaided: new Float64Array(weeks * currencies),
    amount: new Float64Array(currencies),
    delayed: new Float64Array(currencies),
    delayedUnaided: new Float64Array(currencies),
    ends: new Int32Array(tallyEnds.length),
  }
}

/** The sum of tallies of one simulation. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const [first, ...others] = tallies
  for (const other of others) {
    for (const [name, values] of Object.entries(other)) {
      if (typeof values === 'number') continue
      const sum = first![name as 'cash']
      for (let index = 0; index < sum.length; index++) sum[index]! += (values as Float64Array)[index]!
    }
  }
  return first!
}

export function weekOf({ monday }: Tally, day: number): number {
  return Math.floor((day - monday) / 7)
}

export function countContact(
  tally: Tally,
  { day, medium, person }: { day: number; medium: Medium; person: number },
): void {
  tally.contacts[(weekOf(tally, day) * tally.people + person) * media.length + mediumIndex[medium]]!++
}

export function addCash(tally: Tally, cash: Float64Array, at: { day: number; currency: number; amount: number }): void {
  const week = weekOf(tally, at.day)
  if (week >= 0 && week < tally.weeks) cash[week * tally.currencies + at.currency]! += at.amount
}

/** Who makes a contact, as a place among the names. */
export function personOf(
  by: Assignee | undefined,
  { debtor, ledger }: { debtor: number; ledger: Pick<LedgerColumns, 'debtors' | 'names'> },
): number {
  if (by === 'finance-director') return ledger.names.person.length
  return (by === 'salesperson' ? ledger.debtors.salesperson : ledger.debtors.collector)[debtor]!
}

const mediumIndex = Object.fromEntries(media.map((medium, index) => [medium, index])) as Record<Medium, number>
