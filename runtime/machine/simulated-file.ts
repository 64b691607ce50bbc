import type { Facts } from '@relance/sdk/facts'
import { Temporal } from 'temporal-polyfill'

/** An invoice as a simulation knows it. Amounts in integer minor units. */
export interface SimulatedFile {
  readonly invoice: Omit<Facts['invoice'], 'daysLate'>
  readonly debtor: Facts['debtor'] & { readonly id: string }
  readonly entity: Facts['entity']
  /** The debtor's whole account, or how it stands on a day (`YYYY-MM-DD`); by default this invoice alone. */
  readonly account?: Facts['account'] | ((today: string) => Facts['account'])
}

/** What the file has lived through so far. */
export interface SimulatedCourse {
  readonly reminders: number
  readonly lastContactAt: string | null
  readonly lastOutcome: string
}

/** The facts of a file at an instant, days counted in the zone. */
export function factsOf(
  { invoice, debtor, entity, account }: SimulatedFile,
  { now, zone, course }: { now: string; zone: string; course: SimulatedCourse },
): Facts {
  const today = dayOf(now, zone)
  const daysLate = daysBetween(Temporal.PlainDate.from(invoice.dueDate), today)
  const { id: _, ...debtorFacts } = debtor
  return {
    invoice: { ...invoice, daysLate },
    account: typeof account === 'function' ? account(today.toString()) : (account ?? alone(invoice.open, daysLate > 0)),
    debtor: debtorFacts,
    entity,
    course: {
      reminders: course.reminders,
      daysSinceLastReminder: course.lastContactAt ? daysBetween(dayOf(course.lastContactAt, zone), today) : 0,
      brokenPromises: 0,
      lastOutcome: course.lastOutcome,
    },
  }
}

function alone(open: number, isLate: boolean): Facts['account'] {
  return { balance: open, overdue: isLate ? open : 0, overdueInvoices: isLate ? 1 : 0 }
}

function dayOf(instant: string, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days
}
