import { after, monthEnd, workingDay } from './calendar.ts'
import type { LedgerDebtor, Segment } from './debtors.ts'
import { type Draw, drawFrom } from './draw.ts'

export interface LedgerItem {
  readonly debtor: LedgerDebtor
  /** Given once all items are known, in the order of their dates. */
  number: string
  readonly type: 'facture' | 'avoir'
  readonly issueDate: string
  readonly dueDate: string
  /** Cents, negative for a credit note. */
  readonly amount: number
  readonly open: number
  readonly paidDate: string | null
  readonly payments: readonly { readonly date: string; readonly amount: number }[]
  readonly businessCase: string
}

/** Invoices a month, and their usual amount in euros incl. VAT. */
const business: Readonly<
  Record<Segment, { readonly monthly: number; readonly middle: number; readonly spread: number }>
> = {
  tpe: { monthly: 0.26, middle: 640, spread: 0.7 },
  pme: { monthly: 0.42, middle: 3_400, spread: 0.8 },
  eti: { monthly: 0.8, middle: 9_500, spread: 0.8 },
  'key-account': { monthly: 1.4, middle: 19_000, spread: 0.8 },
}
const monthsBack = 18

/** The invoices of one customer over eighteen months, with what was paid and credited by `today`. */
export function drawItems(debtor: LedgerDebtor, { draw, today }: { draw: Draw; today: string }): LedgerItem[] {
  const { monthly } = business[debtor.segment]
  const items: LedgerItem[] = []
  for (let daysAgo = monthsBack * 30; daysAgo > 0; daysAgo -= 1) {
    if (!draw.chance(monthly / 30)) continue
    const issueDate = workingDay(after(today, -daysAgo))
    // Draws of its own: a weekend that moves one date leaves all other invoices as they are on any other day.
    const own = drawFrom(draw.whole(1, 2 ** 31))
    if (issueDate < today) items.push(...drawInvoice(debtor, { draw: own, today, issueDate }))
  }
  return items
}

interface Moment {
  readonly draw: Draw
  readonly today: string
  readonly issueDate: string
}

function drawInvoice(debtor: LedgerDebtor, moment: Moment): LedgerItem[] {
  const { draw, today, issueDate } = moment
  const { middle, spread } = business[debtor.segment]
  const amount = Math.max(4_800, Math.round(draw.skewed(middle, spread) * 100))
  const credit = draw.chance(0.05) ? drawCredit(debtor, { ...moment, amount }) : null
  const matched = credit !== null && credit.open === 0 ? -credit.amount : 0
  const dueDate = due(issueDate, debtor)
  const payments = drawPayments({ amount: amount - matched, dueDate, debtor }, { draw, today, issueDate })
  const received = payments.reduce((sum, payment) => sum + payment.amount, 0)
  const open = amount - matched - received
  const paidDate = open === 0 ? (payments.at(-1)?.date ?? credit?.issueDate ?? null) : null
  const businessCase = draw.chance(0.6) ? `AFF-${draw.whole(1_000, 9_999)}` : ''
  const invoice = {
    debtor,
    number: '',
    type: 'facture' as const,
    issueDate,
    dueDate,
    amount,
    open,
    paidDate,
    payments,
    businessCase,
  }
  return credit ? [invoice, credit] : [invoice]
}

function due(issueDate: string, { terms }: LedgerDebtor): string {
  const date = after(issueDate, terms.days)
  return terms.endOfMonth ? monthEnd(date) : date
}

/** Returned goods or a price put right: most are matched with their invoice, some stay open on the account. */
function drawCredit(
  debtor: LedgerDebtor,
  { draw, today, issueDate, amount }: Moment & { amount: number },
): LedgerItem | null {
  const date = workingDay(after(issueDate, draw.whole(4, 35)))
  if (date >= today) return null
  const credited = -Math.round((amount * draw.one([10, 15, 20, 30, 50, 100])) / 100)
  const open = date < after(today, -75) || draw.chance(0.3) ? 0 : credited
  const credit = { debtor, number: '', type: 'avoir' as const, issueDate: date, dueDate: date, amount: credited, open }
  return { ...credit, paidDate: open === 0 ? date : null, payments: [], businessCase: '' }
}

function drawPayments(
  { amount, dueDate, debtor }: { amount: number; dueDate: string; debtor: LedgerDebtor },
  { draw, today, issueDate }: Moment,
): LedgerItem['payments'] {
  if (amount === 0) return []
  const late = Math.round(debtor.habit.late + (draw.fraction() + draw.fraction() - 1) * 2 * debtor.habit.spread)
  const forgotten = draw.chance(0.012) ? draw.whole(60, 190) : 0
  const planned = after(dueDate, late + forgotten)
  const date = workingDay(planned > issueDate ? planned : after(issueDate, 3))
  if (!draw.chance(0.07)) return date < today ? [{ date, amount }] : []
  const first = Math.round(amount * draw.one([0.3, 0.4, 0.5, 0.6]))
  const second = workingDay(after(date, draw.whole(15, 45)))
  const parts = [
    { date, amount: first },
    { date: second, amount: amount - first },
  ]
  return parts.filter((part) => part.date < today)
}

/** A large order of a large customer, long overdue: what a credit committee speaks of first. */
export function drawGiant(debtor: LedgerDebtor, { draw, today }: { draw: Draw; today: string }): LedgerItem {
  const dueDate = after(today, -draw.whole(38, 105))
  const issueDate = workingDay(after(dueDate, -60))
  const amount = draw.whole(48_000, 96_000) * 100
  const received = draw.chance(0.4) ? Math.round(amount * 0.3) : 0
  const payments = received > 0 ? [{ date: workingDay(after(dueDate, 6)), amount: received }] : []
  const giant = { debtor, number: '', type: 'facture' as const, issueDate, dueDate, amount, open: amount - received }
  return { ...giant, paidDate: null, payments, businessCase: `AFF-${draw.whole(1_000, 9_999)}` }
}
