import { type Medium, media } from '@relance/sdk/define-node'
import { isoDay } from '../domain/calendar/day-number.ts'
import type { Assumptions } from '../domain/conduct/assumptions.ts'
import type { Simulation } from '../machine/simulation.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import { type Tally, tallyEnds } from './tally.ts'

export type Contacts = Partial<Record<Medium, number>>
/** Minor units by currency. */
export type Money = Readonly<Record<string, number>>

/** What a scenario does to a ledger over a period. */
export interface LedgerSimulation {
  /** Open invoices that were played, and those that the scenario is not for. */
  readonly simulated: number
  readonly others: number
  /** By the Monday that each begins on. */
  readonly weeks: readonly Week[]
  readonly totals: Contacts
  /** Customers contacted for the first time. */
  readonly firstContacts: number
  readonly people: readonly Workload[]
  /** Minor units of what is spent, by medium, with the unit costs that were assumed. */
  readonly cost: Contacts
  readonly cashIn: Money
  /** What would have come in if nobody had been reminded. */
  readonly unaided: Money
  /** The currency of most of the amount, in which delays are told. */
  readonly currency: string
  /** Mean days after the due date, weighted by amount; what is unpaid counts to the day after the last. */
  readonly meanDelay: number
  /** By how many days payments come sooner than if nobody were reminded. */
  readonly daysGained: number
  readonly ends: Readonly<Partial<Record<Simulation['end'], number>>>
}

export interface Week {
  readonly week: string
  readonly contacts: Contacts
  readonly firstContacts: number
  readonly cashIn: Money
  readonly unaided: Money
}

/** The contacts that one person makes; `''` for customers without a collector, `finance-director` for that role. */
export interface Workload {
  readonly person: string
  readonly totals: Contacts
  /** In the order of the weeks. */
  readonly weeks: readonly Contacts[]
}

/** Puts what was counted into words and dates. */
export function toldOf(
  tally: Tally,
  { ledger, others, cost }: { ledger: LedgerColumns; others: number; cost: Assumptions['cost'] },
): LedgerSimulation {
  const weeks = Array.from({ length: tally.weeks }, (_, index) => index)
  const people = [...ledger.names.person, 'finance-director'].map((name, person) =>
    workloadOf(tally, { name, person, weeks }),
  )
  const byWeek = weeks.map((week) => sumOf(people.map((workload) => workload.weeks[week]!)))
  const totals = sumOf(byWeek)
  const main = tally.amount.indexOf(Math.max(...tally.amount))
  const mean = (delayed: Float64Array) => (tally.amount[main] ? delayed[main]! / tally.amount[main] : 0)
  return {
    ...{ simulated: ledger.files.count, others, totals },
    weeks: weeks.map((week) => ({
      week: isoDay(tally.monday + week * 7),
      contacts: byWeek[week]!,
      firstContacts: tally.firstContacts[week]!,
      cashIn: moneyOf(tally.cash, { ledger, weeks: [week] }),
      unaided: moneyOf(tally.unaided, { ledger, weeks: [week] }),
    })),
    firstContacts: tally.firstContacts.reduce((sum, count) => sum + count, 0),
    people: people.filter((workload) => Object.keys(workload.totals).length > 0),
    cost: Object.fromEntries(Object.entries(totals).map(([medium, count]) => [medium, count * cost[medium as Medium]])),
    cashIn: moneyOf(tally.cash, { ledger, weeks }),
    unaided: moneyOf(tally.unaided, { ledger, weeks }),
    currency: ledger.names.currency[main] ?? 'EUR',
    meanDelay: mean(tally.delayed),
    daysGained: mean(tally.delayedUnaided) - mean(tally.delayed),
    ends: Object.fromEntries(tallyEnds.flatMap((end, index) => (tally.ends[index] ? [[end, tally.ends[index]]] : []))),
  }
}

function workloadOf(
  tally: Tally,
  { name, person, weeks }: { name: string; person: number; weeks: readonly number[] },
): Workload {
  const own = weeks.map((week) => {
    const first = (week * tally.people + person) * media.length
    return sumOf([Object.fromEntries(media.map((medium, index) => [medium, tally.contacts[first + index]!]))])
  })
  return { person: name, totals: sumOf(own), weeks: own }
}

/** Adds contacts up; a medium without any is left out. */
function sumOf(all: readonly Contacts[]): Contacts {
  const sum: Contacts = {}
  for (const contacts of all) {
    for (const [medium, count] of Object.entries(contacts) as [Medium, number][]) {
      if (count > 0) sum[medium] = (sum[medium] ?? 0) + count
    }
  }
  return sum
}

function moneyOf(cash: Float64Array, { ledger, weeks }: { ledger: LedgerColumns; weeks: readonly number[] }): Money {
  const currencies = ledger.names.currency
  const sums = currencies.map((currency, index) => {
    const sum = weeks.reduce((total, week) => total + cash[week * currencies.length + index]!, 0)
    return [currency, sum] as const
  })
  return Object.fromEntries(sums.filter(([, sum]) => sum !== 0))
}
