import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { readRates } from '../claims/read-rates.ts'
import type { accountPaymentRequestSchema, accountPaymentSchema } from '../contract/invoices.ts'
import { allocate, type Debt } from '../domain/law/allocate.ts'
import { annualRate } from '../domain/law/annual-rate.ts'
import { Debtor } from '../models/debtor.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { Entity } from '../models/entity.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { Payment, type PaymentDocument } from '../models/payment.ts'
import { todays } from './calendar-day.ts'
import type { Operator } from './ports.ts'
import { type PaymentShare, postPayment } from './post-payment.ts'
import { RefusedError } from './refused-error.ts'

type Request = z.output<typeof accountPaymentRequestSchema>

/**
 * Records money that a customer paid on account. It pays the invoices that the customer names, else those that the law says
 * (`domain/law/allocate.ts`); a disputed invoice only when named. Penalties are claimed beside the ledger, so all of it goes to
 * principal; what exceeds the account is kept as an unmatched payment.
 */
export async function recordAccountPayment(
  id: string,
  request: Request,
  operator: Operator,
): Promise<z.output<typeof accountPaymentSchema>> {
  const debtor = await Debtor.findById(id, { entity: 1 }).lean()
  if (!debtor) throw new RefusedError('not-found', { values: { id } })
  const today = (await todays(operator.ports.now()))(debtor.entity)
  const date = request.date ?? today
  if (date > today) throw new RefusedError('payment-in-the-future', { values: { date } })
  const payment = await claimPayment(request, {
    debtor: { id, entity: debtor.entity },
    date,
    now: operator.ports.now(),
  })
  await postPayment(payment, operator)
  return answerOf(payment)
}

interface Given {
  readonly debtor: { readonly id: string; readonly entity: string }
  readonly date: string
  readonly now: Date
}

/** The payment under the request's key: fresh, or the one recorded by the same request before. */
async function claimPayment(request: Request, { debtor, date, now }: Given): Promise<PaymentDocument> {
  const { amount, currency, reference = '', key = randomUUID() } = request
  const payment: PaymentDocument = {
    ...{ _id: `account:${key}`, entity: debtor.entity, debtor: debtor.id, invoice: null },
    ...{ amount, currency, date, reference, source: 'manual', recordedAt: now, posted: false },
    shares: await sharesOf(request, { debtor, date, now }),
  }
  if (await insertOnce(() => Payment.create(payment))) return payment
  const earlier = await Payment.findById(payment._id).lean<PaymentDocument>()
  const isSame = earlier?.debtor === debtor.id && earlier.amount === amount && earlier.currency === currency
  if (!earlier || !isSame) throw new RefusedError('key-reused', { values: { key } })
  return earlier
}

async function sharesOf({ amount, currency, chosen }: Request, { debtor, date }: Given): Promise<PaymentShare[]> {
  const [items, entity, rates] = await Promise.all([
    Item.find({ debtor: debtor.id, type: 'invoice', currency, open: { $gt: 0 } }).lean<ItemDocument[]>(),
    Entity.findById(debtor.entity, { agreedRate: 1 }).lean(),
    readRates(),
  ])
  const unknown = chosen.find((id) => !items.some(({ _id }) => _id === id))
  if (unknown !== undefined) throw new RefusedError('not-found', { values: { id: unknown } })
  const rate = annualRate(date, { agreed: entity?.agreedRate ?? null, rates })?.rate ?? 0
  const debts = items
    .filter(({ _id, dispute }) => !dispute || chosen.includes(_id))
    .map(
      ({ _id: id, dueDate, issueDate, open: principal }): Debt => ({
        id,
        dueDate,
        issueDate,
        principal,
        interest: 0,
        rate,
      }),
    )
  return allocate(amount, { debts, today: date, chosen }).shares.map(({ id, principal }) => ({
    invoice: id,
    amount: principal,
  }))
}

async function answerOf({ _id: id, amount, shares }: PaymentDocument): Promise<z.output<typeof accountPaymentSchema>> {
  const invoices = shares.map(({ invoice }) => invoice as string)
  const items = await Item.find({ _id: { $in: invoices } }).lean<ItemDocument[]>()
  const paid = invoices.flatMap((invoice) => items.find(({ _id }) => _id === invoice) ?? [])
  const borne = paid.map((item) => ({
    ...{ invoice: item._id, number: item.number, open: item.open },
    amount: item.payments.find((payment) => payment.id === id)?.amount ?? 0,
  }))
  return { id, shares: borne, rest: borne.reduce((left, share) => left - share.amount, amount) }
}
