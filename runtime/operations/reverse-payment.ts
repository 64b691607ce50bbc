import type { z } from 'zod'
import type { invoicePaymentsSchema } from '../contract/invoices.ts'
import { Item } from '../models/item.ts'
import { Payment, type PaymentDocument } from '../models/payment.ts'
import { changeItem } from './change-item.ts'
import { enrolItems } from './enrol-files.ts'
import type { Operator } from './ports.ts'
import { surplusItemId } from './post-payment.ts'
import { RefusedError } from './refused-error.ts'

type PaymentView = z.output<typeof invoicePaymentsSchema>['items'][number]

/**
 * Takes back a payment whose money went back. Its invoices owe it again; one that it had settled gets a new file, which passes
 * over what was sent before.
 */
export async function reversePayment(
  id: string,
  { reason }: { reason: string },
  operator: Operator,
): Promise<PaymentView> {
  const { author: by, ports } = operator
  const reversed = await Payment.findOneAndUpdate(
    { _id: id, posted: true, reversed: null },
    { $set: { reversed: { at: ports.now(), by, reason }, reversalPosted: false } },
    { returnDocument: 'after' },
  ).lean<PaymentDocument>()
  if (!reversed) {
    throw (await Payment.exists({ _id: id }))
      ? new RefusedError('already-reversed')
      : new RefusedError('not-found', { values: { id } })
  }
  await postReversal(reversed, operator)
  return paymentView(reversed, null)
}

/** Charges the money to its invoices again, exactly once however often it is called. */
export async function postReversal(payment: PaymentDocument, operator: Operator): Promise<void> {
  const invoices = payment.invoice ? [payment.invoice] : payment.shares.map(({ invoice }) => invoice as string)
  for (const invoice of invoices) await charge(payment, invoice, operator)
  await Item.updateOne({ _id: surplusItemId(payment), type: 'payment' }, { $set: { open: 0 } })
  await Payment.updateOne({ _id: payment._id }, { $set: { reversalPosted: true } })
}

/** Carries on what a stop left half-way. */
export async function sweepReversals(operator: Operator): Promise<void> {
  for (const payment of await Payment.find({ reversalPosted: false }).lean<PaymentDocument[]>()) {
    await postReversal(payment, operator)
  }
}

async function charge(payment: PaymentDocument, id: string, operator: Operator): Promise<void> {
  const { at, by: author, reason } = payment.reversed
  for (;;) {
    const item = await Item.findById(id, { open: 1, payments: 1 }).lean()
    const borne = item?.payments.find((one) => one.id === payment._id)
    if (!item || !borne) return
    const reopens = item.open <= 0
    const changed = await changeItem(
      {
        id,
        filter: { 'payments.id': payment._id, open: item.open },
        update: {
          $inc: { open: borne.amount },
          $pull: { payments: { id: payment._id } },
          ...(reopens && { $set: { paidDate: null, reopened: true } }),
        },
        entry: {
          ...{ id: `reversal:${payment._id}:${id}`, at: new Date(at), kind: 'payment-reversed', author },
          values: { amount: borne.amount, currency: payment.currency, reason, open: item.open + borne.amount },
        },
      },
      operator,
    )
    if (!changed) continue
    // A file that still says thanks is followed by a new one once it has closed: the sweeper sees to it.
    if (changed.reopened && changed.course?.status === 'ended') await enrolItems([id], operator)
    return
  }
}

/** The payments that an invoice bears, the latest first. */
export async function listPayments(invoice: string): Promise<z.output<typeof invoicePaymentsSchema>> {
  const item = await Item.findById(invoice, { payments: 1 }).lean()
  if (!item) throw new RefusedError('not-found', { values: { id: invoice } })
  const borne = new Map(item.payments.map(({ id, amount }) => [id as string, amount as number]))
  const payments = await Payment.find({ _id: { $in: [...borne.keys()] } })
    .sort({ date: -1 })
    .lean<PaymentDocument[]>()
  return { items: payments.map((payment) => paymentView(payment, borne.get(payment._id)!)) }
}

function paymentView(
  { _id: id, amount, currency, date, reference }: PaymentDocument,
  borne: number | null,
): PaymentView {
  return { id, amount: borne ?? amount, currency, date, reference }
}
