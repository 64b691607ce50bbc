import type { AgedBucket } from '../ageing/aged-balance.ts'
import { daysBetween } from '../ageing/days-between.ts'

/** A share by amount and by count, each 0 to 1. */
export interface Rate {
  readonly byAmount: number
  readonly byCount: number
}

/** Overdue rate: overdue / outstanding of an aged balance. */
export function overdueRate(aged: readonly AgedBucket[]): Rate {
  const late = aged.filter(({ key }) => key !== 'not-due')
  return {
    byAmount: share(sum(late, 'amount'), sum(aged, 'amount')),
    byCount: share(sum(late, 'count'), sum(aged, 'count')),
  }
}

/** At-risk rate: share of one month's invoices still unpaid 90 days past due at `at`; null while the month is too young. */
export function atRiskRate(
  invoices: readonly { readonly amount: number; readonly open: number; readonly dueDate: string }[],
  options: { at: string },
): Rate | null {
  if (invoices.some(({ dueDate }) => daysBetween(dueDate, options.at) < 90)) return null
  const unpaid = invoices.filter(({ open }) => open > 0)
  const amount = invoices.reduce((total, invoice) => total + invoice.amount, 0)
  const open = unpaid.reduce((total, invoice) => total + invoice.open, 0)
  return { byAmount: share(open, amount), byCount: share(unpaid.length, invoices.length) }
}

function sum(buckets: readonly AgedBucket[], field: 'amount' | 'count'): number {
  return buckets.reduce((total, bucket) => total + bucket[field], 0)
}

/** `part` of `whole`, 0 when there is no whole. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
