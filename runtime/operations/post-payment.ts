import { createHash } from 'node:crypto'
import { payerProfile, sixMonthsBefore } from '../domain/figures/payer-profile.ts'
import { Debtor } from '../models/debtor.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { Payment, type PaymentDocument } from '../models/payment.ts'
import { changeItem } from './change-item.ts'
import type { EventEntry } from './event-entry.ts'
import type { Operator } from './ports.ts'
import { findItem } from './read-invoice.ts'

/** Deducts a recorded payment from its invoice, exactly once however often it is called. */
export async function postPayment(payment: PaymentDocument, operator: Operator): Promise<void> {
  if (payment.posted || !payment.invoice) return
  for (;;) {
    const item = await findItem(payment.invoice)
    const applied = appliedTo(item, payment)
    if (applied !== undefined) {
      await keepSurplus(payment, { item, surplus: payment.amount - applied })
      break
    }
    await deduct(payment, item, operator)
  }
  await Payment.updateOne({ _id: payment._id }, { $set: { posted: true } })
}

/** What of the payment the item already bears; undefined before it was posted. */
function appliedTo(item: ItemDocument, payment: PaymentDocument): number | undefined {
  return item.payments.find(({ id }) => id === payment._id)?.amount
}

/** One attempt; a concurrent payment may have changed the balance, then nothing happens and the caller looks again. */
async function deduct(payment: PaymentDocument, item: ItemDocument, operator: Operator): Promise<void> {
  const partly = item.open > payment.amount
  const amount = partly ? payment.amount : Math.max(0, item.open)
  const closes = !partly && amount > 0
  const changed = await changeItem(
    {
      id: item._id,
      filter: { 'payments.id': { $ne: payment._id }, open: partly ? { $gt: payment.amount } : item.open },
      update: {
        $inc: { open: -amount },
        $push: { payments: { id: payment._id, amount, closes } },
        ...(closes && { $set: { paidDate: payment.date } }),
      },
      entry: paymentEntry(payment, { amount, closes, open: item.open - amount }, operator),
    },
    operator,
  )
  if (changed && closes)
    await refreshMeanDelay(payment).catch((error) => operator.ports.warn({ err: error }, 'mean delay'))
}

function paymentEntry(
  payment: PaymentDocument,
  { amount, closes, open }: { amount: number; closes: boolean; open: number },
  { author }: Operator,
): EventEntry {
  return {
    id: `payment:${payment._id}`,
    at: payment.recordedAt,
    kind: 'payment-recorded',
    author,
    values: {
      amount: payment.amount,
      applied: amount,
      surplus: payment.amount - amount,
      currency: payment.currency,
      date: payment.date,
      reference: payment.reference,
      open,
    },
    ...(closes && { happening: { type: 'PAID' } }),
  }
}

/** Money beyond the balance stays on the account: it lowers what is claimed and holds back a formal notice. */
async function keepSurplus(
  payment: PaymentDocument,
  { item, surplus }: { item: ItemDocument; surplus: number },
): Promise<void> {
  if (surplus <= 0) return
  const mark = createHash('sha256').update(payment._id).digest('hex').slice(0, 10).toUpperCase()
  const number = `REG-${mark}`
  const { entity, debtor, debtorCode, debtorName, segment } = item
  await insertOnce(() =>
    Item.create({
      _id: `${entity}:${number}:${payment.date.slice(0, 4)}`,
      entity,
      number,
      type: 'payment',
      debtor,
      debtorCode,
      debtorName,
      segment,
      issueDate: payment.date,
      dueDate: payment.date,
      amount: -surplus,
      open: -surplus,
      currency: payment.currency,
    }),
  )
}

/** The debtor's usual delay over the invoices paid in the last six months. */
async function refreshMeanDelay({ debtor, date }: PaymentDocument): Promise<void> {
  const paid = await Item.find(
    { debtor, type: 'invoice', paidDate: { $gte: sixMonthsBefore(date) } },
    { amount: 1, dueDate: 1, paidDate: 1 },
  ).lean()
  const dated = paid.map(({ amount, dueDate, paidDate }) => ({ amount, dueDate, paidDate: paidDate ?? null }))
  const profile = payerProfile(dated, { at: date })
  if (profile) await Debtor.updateOne({ _id: debtor }, { $set: { meanDelay: Math.round(profile.meanDelay * 10) / 10 } })
}
