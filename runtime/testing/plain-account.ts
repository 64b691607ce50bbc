import type { Segment } from '@relance/sdk/facts'
import { Temporal } from 'temporal-polyfill'
import { isoDay } from '../domain/calendar/day-number.ts'
import type { HolidayCalendar } from '../domain/calendar/holiday-calendar.ts'
import { simulateAccount } from '../machine/simulate.ts'
import type { Simulation } from '../machine/simulation.ts'
import type { WhatIf } from '../machine/what-if.ts'
import type { FileStory, SimulationSetup } from '../simulation/accounts-by-table.ts'

interface Played {
  readonly debtor: number
  /** The debtor's id, as the ledger had it. */
  readonly id: string
  /** What the same account lived through by table: its customers' payments are taken from there. */
  readonly stories: readonly FileStory[]
  readonly zone: string
  readonly holidays: HolidayCalendar
}

/** Lives an account of a ledger through by the plain step: what its story by table has to equal, told by {@link tellStories}. */
export function plainAccount(
  { compiled, policy, ledger, period, conduct }: SimulationSetup,
  { debtor, id, stories, zone, holidays }: Played,
): Simulation[] {
  const { debtors, files, others, names } = ledger
  const midnight = (day: number) => Temporal.PlainDate.from(isoDay(day)).toZonedDateTime(zone).toInstant().toString()
  const currency = (place: number) => names.currency[place]!
  const base = debtors.firstFile[debtor]!
  return simulateAccount({
    ...{ compiled, policy, zone, holidays, until: midnight(period.last + 1) },
    files: stories.map(({ paidDay }, file) => {
      const index = base + file
      const [issueDay, dueDay] = [files.issueDay[index]!, files.dueDay[index]!]
      return {
        file: {
          invoice: {
            ...{ number: ledger.numbers?.[index] ?? `${index}`, currency: currency(files.currency[index]!) },
            ...{ amount: files.amount[index]!, open: files.open[index]! },
            ...{ issueDate: isoDay(issueDay), dueDate: isoDay(dueDay) },
          },
          debtor: {
            ...{ id, meanDelay: debtors.meanDelay[debtor]! },
            segment: names.segment[debtors.segment[debtor]!] as Segment,
            country: names.country[debtors.country[debtor]!]!,
            language: names.language[debtors.language[debtor]!]!,
          },
          entity: { code: names.entity[debtors.entity[debtor]!]! },
        },
        from: midnight(Math.max(period.first, issueDay)),
        whatIf: conduct.type === 'history' ? paymentOn(paidDay, dueDay) : conduct,
      }
    }),
    others: Array.from({ length: debtors.firstOther[debtor + 1]! - debtors.firstOther[debtor]! }, (_, other) => {
      const index = debtors.firstOther[debtor]! + other
      return {
        ...{ open: others.open[index]!, currency: currency(others.currency[index]!) },
        ...{ dueDate: isoDay(others.dueDay[index]!), isInvoice: others.isInvoice[index] === 1 },
      }
    }),
  })
}

function paymentOn(paidDay: number, dueDay: number): WhatIf {
  return Number.isFinite(paidDay) ? { type: 'pays', daysLate: paidDay - dueDay } : { type: 'never-answers' }
}

/** Stories in one spelling of instants, to be laid side by side. */
export function tellStories(stories: readonly Pick<Simulation, 'trace' | 'end'>[]): string[] {
  const ms = (text: string) => new Date(text).toISOString()
  return stories.flatMap(({ trace, end }) => [
    ...trace.map(({ at, what, node, detail }) => `${ms(at)} ${what} ${node} ${what === 'sleep' ? ms(detail) : detail}`),
    end,
  ])
}
