import { type DatedAmount, meanPaymentDelay, type PaymentGrade, paymentGrade } from './payment-delay.ts'

export interface PayerProfile {
  /** Days, weighted by amount. */
  readonly meanDelay: number
  readonly grade: PaymentGrade
  readonly paidInvoices: number
}

/** How a customer pays: delay of the invoices *paid* in the last six rolling months before `at`, or null without any. */
export function payerProfile(items: Iterable<DatedAmount>, options: { at: string }): PayerProfile | null {
  const since = sixMonthsBefore(options.at)
  const paid = [...items].filter(({ paidDate }) => paidDate !== null && paidDate > since && paidDate <= options.at)
  if (paid.length === 0) return null
  const meanDelay = meanPaymentDelay(paid, options)
  return { meanDelay, grade: paymentGrade(meanDelay), paidInvoices: paid.length }
}

/** Six calendar months earlier; the last day of the month where the day does not exist. */
export function sixMonthsBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 6, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 7, Math.min(day, lastDay))).toISOString().slice(0, 10)
}
