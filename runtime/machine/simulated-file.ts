import type { Facts } from '@relance/sdk/facts'
import { Temporal } from 'temporal-polyfill'
import { initialRates } from '../domain/law/initial-rates.ts'
import { type ClaimQuestion, type LateClaim, lateClaim } from '../domain/law/late-claim.ts'

const usualLaw = { agreed: null, rates: initialRates }

/** An invoice as a simulation knows it. Amounts in integer minor units. */
export interface SimulatedFile {
  readonly invoice: Omit<Facts['invoice'], 'daysLate'>
  readonly debtor: Facts['debtor'] & { readonly id: string }
  readonly entity: Facts['entity']
  /** The debtor's account where it is known; else it is made of what is simulated. */
  readonly account?: Facts['account']
  /** The rates that penalties are counted with; by default those of a new installation and no agreed rate. */
  readonly law?: Pick<ClaimQuestion, 'agreed' | 'rates'>
}

/** An item of the account that no scenario follows; credit notes and payments are negative. */
export interface OtherItem {
  readonly open: number
  readonly dueDate: string
  readonly currency: string
  readonly isInvoice: boolean
}

/** What the file has lived through so far. */
export interface SimulatedCourse {
  readonly reminders: number
  readonly lastContactAt: string | null
  readonly lastOutcome: string
}

interface Moment {
  readonly now: string
  readonly zone: string
  readonly course: SimulatedCourse
  readonly isPaid?: boolean
}

type WithAccount = Omit<SimulatedFile, 'account'> & {
  /** As it stands on a day (`YYYY-MM-DD`); by default this invoice alone. */
  readonly account?: Facts['account'] | ((today: string) => Facts['account'])
}

/** The facts of a file at an instant, days counted in the zone. */
export function factsOf(
  { invoice, debtor, entity, account, law }: WithAccount,
  { now, zone, course, isPaid = false }: Moment,
): Facts {
  const today = dayOf(now, zone)
  const daysLate = daysBetween(Temporal.PlainDate.from(invoice.dueDate), today)
  const { id: _, ...debtorFacts } = debtor
  return {
    invoice: { ...invoice, open: isPaid ? 0 : invoice.open, daysLate },
    /** Counted only when a condition asks: a portfolio of a million files seldom does. */
    get claim() {
      const { penalties, indemnity } = claimOn({ invoice, law }, today.toString())
      return { penalties, indemnity }
    },
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

/** What the delay of a simulated invoice costs on a day, `YYYY-MM-DD`, while nothing is paid. */
export function claimOn(
  {
    invoice,
    law = usualLaw,
  }: { invoice: Pick<SimulatedFile['invoice'], 'dueDate' | 'open'>; law?: SimulatedFile['law'] },
  today: string,
): LateClaim {
  const { dueDate, open: amount } = invoice
  const still = { type: 'invoice', disputed: false, payments: [], insolventSince: null } as const
  return lateClaim({ ...still, ...law, dueDate, amount, today })
}

interface Account {
  readonly today: string
  readonly lives: readonly { readonly file: SimulatedFile; readonly isPaid: boolean }[]
  readonly others?: readonly OtherItem[]
}

/** The account of a file's debtor in the file's currency: what is paid by now no longer counts. */
export function accountOf({ invoice }: SimulatedFile, { today, lives, others = [] }: Account): Facts['account'] {
  const unpaid = lives
    .filter(({ isPaid }) => !isPaid)
    .map(({ file: { invoice: own } }) => ({ ...own, isInvoice: true as boolean }))
  const open = [...unpaid, ...others].filter(({ currency }) => currency === invoice.currency)
  const overdue = open.filter((item) => item.isInvoice && item.open > 0 && item.dueDate < today)
  const sum = (items: readonly { readonly open: number }[]) => items.reduce((total, item) => total + item.open, 0)
  return { balance: sum(open), overdue: sum(overdue), overdueInvoices: overdue.length }
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
