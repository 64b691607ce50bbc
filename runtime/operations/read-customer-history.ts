import type { CustomerHistory } from '../contract/segment.ts'
import { type CustomerHistoryKind, customerHistoryKinds } from '../domain/setting-kinds.ts'
import { Debtor } from '../models/debtor.ts'
import { Event, type EventDocument } from '../models/event.ts'
import { RefusedError } from './refused-error.ts'

/** Entries shown of one customer. */
const most = 100

/** What was decided about a customer, by whom and when, the latest first; refused as `not-found`. */
export async function readCustomerHistory(debtor: string): Promise<CustomerHistory> {
  if (!(await Debtor.exists({ _id: debtor }))) throw new RefusedError('not-found', { values: { id: debtor } })
  const events = await Event.find({ debtor, kind: { $in: [...customerHistoryKinds] } })
    .sort({ at: -1, _id: -1 })
    .limit(most)
    .lean<EventDocument[]>()
  return {
    items: events.map(({ _id: id, at, kind, author, values }) => ({
      ...{ id, at: at.toISOString(), kind: kind as CustomerHistoryKind, author, values: values ?? {} },
    })),
  }
}
