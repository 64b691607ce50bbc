import type { KnownItem } from '../ledger.ts'

type Deduction = { readonly id: string; readonly amount: number; readonly closes: boolean }

/**
 * An item's `payments` also hold what a file stated without naming a payment: the part already paid when the item was first
 * imported (`stated:`), a later fall of its open amount (`statement:`), its absence from a stock (`stock:`), and what a payment
 * of the past has explained since (`explained:`, negative). So amount − open is always the sum of its deductions.
 */
const adjustments = /^(?:stated|statement|stock|explained):/

export function adjusted(id: string, amount: number, options: { closes: boolean }): Deduction {
  return { id, amount, closes: options.closes }
}

/** Minor units received by payments that are recorded here one by one. */
export function recordedPayments(item: Pick<KnownItem, 'payments'>): number {
  return sum(item, (id) => !adjustments.test(id))
}

/** Minor units deducted because a file said so, and not yet explained by a payment. */
export function unexplained(item: Pick<KnownItem, 'payments'>): number {
  return sum(item, (id) => adjustments.test(id))
}

function sum(item: Pick<KnownItem, 'payments'>, counts: (id: string) => boolean): number {
  return (item.payments as Deduction[]).reduce((total, { id, amount }) => (counts(id) ? total + amount : total), 0)
}
