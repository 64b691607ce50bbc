import { Item, type ItemDocument } from '../../models/item.ts'
import type { PaymentDocument } from '../../models/payment.ts'
import type { Operator } from '../../operations/ports.ts'
import { balanceOf, placePayment } from '../plan/plan-payments.ts'
import { writePayments } from './write-payments.ts'

/**
 * Brings a payment that a stopped import had recorded to its invoice: planned anew on what the invoice says now, as the same
 * file imported once more would do. What the import had already deducted is not deducted again.
 */
export async function finishPayment(payment: PaymentDocument, operator: Operator): Promise<void> {
  const item = await Item.findById(payment.invoice).lean<ItemDocument>()
  if (item) await writePayments([{ payment, ...placePayment(payment, { item, left: balanceOf(item) }) }], { operator })
}
