import { readTurns } from '../carrying/read-carrier.ts'
import type { Invoice } from '../contract/invoices.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { todays } from './calendar-day.ts'
import { invoiceView } from './invoice-view.ts'
import type { Operator } from './ports.ts'
import { RefusedError } from './refused-error.ts'

/** One item with where its file stands. */
export async function readInvoice(id: string, { ports }: Pick<Operator, 'ports'>): Promise<Invoice> {
  const item = await findItem(id)
  const today = (await todays(ports.now()))(item.entity)
  return invoiceView(item, { today, carrier: await carrierFor(item) })
}

/** The invoice that carries the account; null where there is no other that could. */
async function carrierFor(item: ItemDocument): Promise<{ readonly id: string; readonly number: string } | null> {
  if (!item.course || item.open <= 0) return null
  const { carrier, items } = await readTurns(item)
  const isAlone = items.every(({ _id, course }) => _id === item._id || !course)
  return carrier === null || isAlone ? null : { id: carrier._id, number: carrier.number }
}

/** The stored item; refused as `not-found`. */
export async function findItem(id: string): Promise<ItemDocument> {
  const item = await Item.findById(id).lean<ItemDocument>()
  if (!item) throw new RefusedError('not-found', { values: { id } })
  return item
}

/** An item that a person may act on: an invoice, not a credit note or a payment. */
export async function findInvoice(id: string): Promise<ItemDocument> {
  const item = await findItem(id)
  if (item.type !== 'invoice') throw new RefusedError('not-an-invoice', { values: { id } })
  return item
}
