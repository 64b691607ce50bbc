import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { promiseRequestSchema, recordedSchema } from '../contract/invoices.ts'
import { addDays } from '../domain/ageing/days-between.ts'
import { promiseState } from '../domain/figures/promises.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { Payment } from '../models/payment.ts'
import { todays } from './calendar-day.ts'
import { changeItem } from './change-item.ts'
import type { Operator } from './ports.ts'
import { findInvoice, readInvoice } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'

const furthest = 366

/** Records a promise to pay: reminders are held until the end of the promised day. A new one replaces a pending one. */
export async function recordPromise(
  { invoice, amount, date, comment }: z.output<typeof promiseRequestSchema>,
  operator: Operator,
): Promise<z.output<typeof recordedSchema>> {
  const item = await findInvoice(invoice)
  if (item.open <= 0) throw new RefusedError('already-paid')
  await checkPromiseDate(date, { entity: item.entity, ports: operator.ports })
  const id = `promise:${randomUUID()}`
  const made = await promiseItem(item, { id, date, amount: amount ?? item.open, comment }, operator)
  if (!made) throw new RefusedError('already-paid')
  return { id, invoice: await readInvoice(invoice, operator) }
}

/** Refuses a promised day that is over, or more than a year away. */
export async function checkPromiseDate(
  date: string,
  { entity, ports }: { entity: string } & Pick<Operator, 'ports'>,
): Promise<void> {
  const today = (await todays(ports.now()))(entity)
  if (date < today) throw new RefusedError('promise-in-the-past', { values: { date } })
  if (date > addDays(today, furthest)) throw new RefusedError('promise-too-far', { values: { date } })
}

interface PromiseMade {
  /** The same id again changes nothing. */
  readonly id: string
  readonly date: string
  readonly amount: number
  readonly comment: string
}

/** Notes a promise on one item; false when nothing is open, or it was noted before. */
export async function promiseItem(item: ItemDocument, made: PromiseMade, operator: Operator): Promise<boolean> {
  const { id, date, comment } = made
  const at = operator.ports.now()
  const amount = Math.min(made.amount, item.open)
  const changed = await changeItem(
    {
      id: item._id,
      filter: { open: { $gt: 0 }, 'promise.id': { $ne: id } },
      update: { $set: { promise: { id, date, amount, comment, at, by: operator.author } } },
      entry: {
        id,
        at,
        kind: 'promise-recorded',
        author: operator.author,
        values: { date, amount, currency: item.currency, comment, replaces: item.promise?.date ?? null },
        happening: { type: 'PROMISED' },
      },
    },
    operator,
  )
  return changed !== undefined
}

/** Ends every promise whose day is over in the zone of its entity; returns how many. A broken one is counted on the item. */
export async function endPromises(operator: Operator): Promise<number> {
  const today = await todays(operator.ports.now())
  const pending = await Item.find({ 'promise.date': { $gt: '' } }).lean<ItemDocument[]>()
  const over = pending.filter((item) => item.promise.date < today(item.entity))
  for (const item of over) await endPromise(item, operator)
  return over.length
}

async function endPromise(item: ItemDocument, operator: Operator): Promise<void> {
  const { promise } = item
  const kept = item.open <= 0 || (await wasKept(item))
  await changeItem(
    {
      id: item._id,
      filter: { 'promise.id': promise.id },
      update: { $set: { promise: null }, ...(kept ? {} : { $inc: { brokenPromises: 1 } }) },
      entry: {
        id: `ended:${promise.id}`,
        at: operator.ports.now(),
        kind: kept ? 'promise-kept' : 'promise-broken',
        author: operator.author,
        values: { date: promise.date, amount: promise.amount, currency: item.currency },
        happening: { type: 'PROMISE_ENDED' },
      },
    },
    operator,
  )
}

async function wasKept({ payments, promise }: ItemDocument): Promise<boolean> {
  const borne = new Map(payments.map(({ id, amount }) => [id as string, amount as number]))
  const recorded = await Payment.find({ _id: { $in: [...borne.keys()] } }, { date: 1, recordedAt: 1 }).lean()
  const since = recorded
    .filter(({ recordedAt }) => recordedAt >= new Date(promise.at))
    .map(({ _id, date }) => ({ amount: borne.get(_id)!, date }))
  return promiseState(promise, { payments: since, at: promise.date }) === 'kept'
}
