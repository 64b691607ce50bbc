import { Debtor } from '../../models/debtor.ts'
import { Entity } from '../../models/entity.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { Payment } from '../../models/payment.ts'
import type { KnownDebtor, KnownItem, LedgerReader } from '../ledger.ts'

const itemFields = {
  entity: 1,
  number: 1,
  type: 1,
  debtor: 1,
  debtorCode: 1,
  debtorName: 1,
  segment: 1,
  issueDate: 1,
  dueDate: 1,
  paidDate: 1,
  amount: 1,
  open: 1,
  currency: 1,
  businessCase: 1,
  payments: 1,
  statedOn: 1,
  'course.status': 1,
} as const

/** The ledger as an import reads it: by natural ids, and the open items of an entity for a stock. */
export const mongoReader: LedgerReader = {
  entities: async () => {
    const entities = await Entity.find({}, { currency: 1, zone: 1, terms: 1 }).sort({ _id: 1 }).lean()
    return entities.map(({ _id, currency, zone, terms }) => ({ code: _id, currency, zone, terms }))
  },
  debtors: async (ids) => {
    const found = await Debtor.find({ _id: { $in: [...ids] } }).lean<KnownDebtor[]>()
    return new Map(found.map((debtor) => [debtor._id, debtor]))
  },
  items: async (ids) => {
    const found = await Item.find({ _id: { $in: [...ids] } }, itemFields).lean<ItemDocument[]>()
    return new Map(found.map((item) => [item._id, knownItem(item)]))
  },
  payments: async (ids) => {
    const found = await Payment.find({ _id: { $in: [...ids] } }, { posted: 1 }).lean()
    return new Map(found.map(({ _id, posted }) => [_id, posted]))
  },
  openItems: async (entity) => {
    const found = await Item.find({ entity, open: { $ne: 0 } }, itemFields).lean<ItemDocument[]>()
    return found.map(knownItem)
  },
}

function knownItem({ course, payments, ...item }: ItemDocument): KnownItem {
  return { ...item, payments: payments ?? [], enrolled: course != null }
}
