import { daysBetween } from '../ageing/days-between.ts'

export interface DatedAmount {
  /** Minor units of one currency. */
  readonly amount: number
  readonly dueDate: string
  /** Null while unpaid. */
  readonly paidDate: string | null
}

/** Mean payment delay in days, weighted by amount: Σ amount × (paid or `at` − due) / Σ amount; early is negative, 0 without items. */
export function meanPaymentDelay(items: Iterable<DatedAmount>, options: { at: string }): number {
  let weighted = 0
  let total = 0
  for (const item of items) {
    weighted += item.amount * daysBetween(item.dueDate, item.paidDate ?? options.at)
    total += item.amount
  }
  return total === 0 ? 0 : weighted / total
}

export type PaymentGrade = 'A' | 'B' | 'C' | 'D'

/** Grade of a mean delay in days: A up to 30, B up to 60, C up to 90, D above. */
export function paymentGrade(meanDelay: number): PaymentGrade {
  if (meanDelay <= 30) return 'A'
  if (meanDelay <= 60) return 'B'
  return meanDelay <= 90 ? 'C' : 'D'
}
