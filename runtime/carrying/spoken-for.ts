import { Item, type ItemDocument } from '../models/item.ts'

interface Speech {
  readonly debtor: string
  /** Ids of the invoices that asked. */
  readonly invoices: readonly string[]
  /** `YYYY-MM-DD`, where the entity is. */
  readonly today: string
}

/**
 * The invoices that a call speaks for: those that asked for it, and what else of their account is overdue and free. The earliest due
 * first.
 */
export async function spokenFor({ debtor, invoices, today }: Speech): Promise<ItemDocument[]> {
  const open = await Item.find({ debtor, type: 'invoice', open: { $gt: 0 } })
    .sort({ dueDate: 1, _id: 1 })
    .lean<ItemDocument[]>()
  const asking = new Set(invoices)
  const currencies = new Set(open.filter(({ _id }) => asking.has(_id)).map(({ currency }) => currency))
  return open.filter(
    ({ _id, currency, dueDate, dispute, held }) =>
      asking.has(_id) || (currencies.has(currency) && dueDate < today && !dispute && !held),
  )
}
