import { reviewCalls } from '../../calls/review-call.ts'
import { Item } from '../../models/item.ts'
import { Message } from '../../models/message.ts'
import type { Operator } from '../ports.ts'

type Which = { readonly entity: string } | { readonly debtors: readonly string[] }

/** Items read at a time. */
const batchSize = 1_000

/** Has the desks look again at messages, and at calls, that wait because an account owes less than the minimum. */
export async function lookAgain(which: Which, { ports }: Pick<Operator, 'ports'>): Promise<void> {
  const whose = 'entity' in which ? which : { debtor: { $in: [...which.debtors] } }
  const waiting = await Message.find({ ...whose, state: 'queued', reason: 'below-minimum' }, { debtor: 1 }).lean()
  try {
    for (const debtor of new Set(waiting.map((message) => message.debtor))) await ports.files.recheck(debtor)
    await reviewCalls(which, ports.now())
  } catch (error) {
    // Each is looked at again by itself within days: an outage delays, it loses nothing.
    ports.warn({ err: error }, 'accounts under the minimum could not be looked at again now')
  }
}

/** The same for the accounts of items that an import brought. */
export async function lookAgainAt(items: readonly string[], operator: Pick<Operator, 'ports'>): Promise<void> {
  for (let at = 0; at < items.length; at += batchSize) {
    const brought = await Item.find({ _id: { $in: items.slice(at, at + batchSize) } }, { debtor: 1 }).lean()
    await lookAgain({ debtors: [...new Set(brought.map(({ debtor }) => debtor))] }, operator)
  }
}
