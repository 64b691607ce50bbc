import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { paymentRequestSchema, recordedSchema } from '../contract/invoices.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import type { ItemDocument } from '../models/item.ts'
import { Payment, type PaymentDocument } from '../models/payment.ts'
import { todays } from './calendar-day.ts'
import type { Operator } from './ports.ts'
import { postPayment } from './post-payment.ts'
import { findInvoice, readInvoice } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'

type PaymentRequest = z.output<typeof paymentRequestSchema>

/**
 * Records money received on an invoice; reminders stop at once when it settles it. Repeating a request with the same key
 * changes nothing more. What exceeds the balance is kept on the account as an unmatched payment.
 */
export async function recordPayment(
  request: PaymentRequest,
  operator: Operator,
): Promise<z.output<typeof recordedSchema>> {
  const item = await findInvoice(request.invoice)
  if (item.currency !== request.currency) {
    throw new RefusedError('wrong-currency', { values: { expected: item.currency, given: request.currency } })
  }
  const today = (await todays(operator.ports.now()))(item.entity)
  const date = request.date ?? today
  if (date > today) throw new RefusedError('payment-in-the-future', { values: { date } })
  const payment = await claimPayment(request, { item, date, now: operator.ports.now() })
  await postPayment(payment, operator)
  return { id: payment._id, invoice: await readInvoice(item._id, operator) }
}

/** The payment under the request's key: fresh, or the one recorded by the same request before. */
async function claimPayment(
  request: PaymentRequest,
  { item, date, now }: { item: ItemDocument; date: string; now: Date },
): Promise<PaymentDocument> {
  const { amount, currency, reference = '' } = request
  const payment: PaymentDocument = {
    _id: `manual:${request.key ?? randomUUID()}`,
    entity: item.entity,
    debtor: item.debtor,
    invoice: item._id,
    shares: [],
    amount,
    currency,
    date,
    reference,
    source: 'manual',
    recordedAt: now,
    posted: false,
  }
  if (await insertOnce(() => Payment.create(payment))) return payment
  const earlier = await Payment.findById(payment._id).lean<PaymentDocument>()
  const same =
    earlier?.invoice === item._id &&
    earlier.amount === amount &&
    earlier.currency === currency &&
    (request.date === undefined || earlier.date === date)
  if (!earlier || !same) throw new RefusedError('key-reused', { values: { key: request.key ?? '' } })
  return earlier
}
