import { createHash } from 'node:crypto'
import { payerProfile, sixMonthsBefore } from '../domain/figures/payer-profile.ts'
import { Debtor } from '../models/debtor.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { Payment, type PaymentDocument } from '../models/payment.ts'
import { raiseFlow } from '../models/step-flow.ts'
import { changeItem } from './change-item.ts'
import type { EventEntry } from './event-entry.ts'
import type { Operator } from './ports.ts'
import { findItem } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'

/** What of a payment goes to one invoice, in minor units. */
export interface PaymentShare {
  readonly invoice: string
  readonly amount: number
}

/** Deducts a recorded payment from its invoices, exactly once however often it is called. */
export async function postPayment(payment: PaymentDocument, operator: Operator): Promise<void> {
  if (payment.posted) return
  let surplus = payment.amount
  for (const share of sharesOf(payment)) surplus -= await postShare(payment, share, operator)
  await keepSurplus(payment, surplus)
  await Payment.updateOne({ _id: payment._id }, { $set: { posted: true } })
}

function sharesOf({ invoice, amount, shares }: PaymentDocument): readonly PaymentShare[] {
  return invoice ? [{ invoice, amount }] : shares
}

/** Deducts one share and returns what the invoice bears of it. */
async function postShare(payment: PaymentDocument, share: PaymentShare, operator: Operator): Promise<number> {
  for (;;) {
    const item = await findItem(share.invoice)
    const applied = appliedTo(item, payment)
    if (applied !== undefined) return applied
    await deduct({ payment, share, item }, operator)
  }
}

/** What of the payment the item already bears; undefined before it was posted. */
function appliedTo(item: ItemDocument, payment: PaymentDocument): number | undefined {
  return item.payments.find(({ id }) => id === payment._id)?.amount
}

interface Deduction {
  readonly payment: PaymentDocument
  readonly share: PaymentShare
  readonly item: ItemDocument
}

/** One attempt; a concurrent payment may have changed the balance, then nothing happens and the caller looks again. */
async function deduct({ payment, share, item }: Deduction, operator: Operator): Promise<void> {
  const partly = item.open > share.amount
  const amount = partly ? share.amount : Math.max(0, item.open)
  const closes = !partly && amount > 0
  const changed = await changeItem(
    {
      id: item._id,
      filter: { 'payments.id': { $ne: payment._id }, open: partly ? { $gt: share.amount } : item.open },
      update: {
        $inc: { open: -amount },
        $push: { payments: { id: payment._id, amount, closes } },
        ...(closes && { $set: { paidDate: payment.date } }),
      },
      entry: paymentEntry({ payment, share }, { amount, closes, open: item.open - amount }, operator),
    },
    operator,
  )
  if (changed)
    await creditStep(item, { ...payment, amount }).catch((error) => operator.ports.warn({ err: error }, 'flow'))
  if (changed && closes)
    await refreshMeanDelay(payment).catch((error) => operator.ports.warn({ err: error }, 'mean delay'))
}

/** What comes in is owed to the step that reached the customer last. */
async function creditStep(
  { course }: ItemDocument,
  { amount, currency, recordedAt: at }: Pick<PaymentDocument, 'currency' | 'recordedAt'> & { amount: number },
): Promise<void> {
  if (!course?.lastActed || amount === 0) return
  await raiseFlow({ scenario: course.scenario, node: course.lastActed, at }, { [`recovered.${currency}`]: amount })
}

function paymentEntry(
  { payment, share }: Pick<Deduction, 'payment' | 'share'>,
  { amount, closes, open }: { amount: number; closes: boolean; open: number },
  { author }: Operator,
): EventEntry {
  return {
    id: payment.invoice ? `payment:${payment._id}` : `payment:${payment._id}:${share.invoice}`,
    at: payment.recordedAt,
    kind: 'payment-recorded',
    author,
    values: {
      amount: share.amount,
      applied: amount,
      surplus: share.amount - amount,
      currency: payment.currency,
      date: payment.date,
      reference: payment.reference,
      open,
    },
    ...(closes && { happening: { type: 'PAID' } }),
  }
}

/** Money beyond the balance stays on the account: it lowers what is claimed and holds back a formal notice. */
async function keepSurplus(payment: PaymentDocument, surplus: number): Promise<void> {
  if (surplus <= 0) return
  const owner = await Debtor.findById(payment.debtor, { code: 1, name: 1, segment: 1 }).lean()
  if (!owner) throw new RefusedError('not-found', { values: { id: payment.debtor } })
  const { entity, debtor } = payment
  await insertOnce(() =>
    Item.create({
      _id: surplusItemId(payment),
      entity,
      number: surplusNumber(payment),
      type: 'payment',
      debtor,
      debtorCode: owner.code,
      debtorName: owner.name,
      segment: owner.segment,
      issueDate: payment.date,
      dueDate: payment.date,
      amount: -surplus,
      open: -surplus,
      currency: payment.currency,
    }),
  )
}

/** Id of the item that keeps what a payment was too much. */
export function surplusItemId(payment: PaymentDocument): string {
  return `${payment.entity}:${surplusNumber(payment)}:${payment.date.slice(0, 4)}`
}

function surplusNumber({ _id }: PaymentDocument): string {
  return `REG-${createHash('sha256').update(_id).digest('hex').slice(0, 10).toUpperCase()}`
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
