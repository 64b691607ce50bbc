import { Event } from '../models/event.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { enrolItems } from './enrol-files.ts'
import type { Operator } from './ports.ts'

/**
 * Gives a new file to invoices that were opened again while the old one was still saying thanks. One whose file ended otherwise,
 * by a last step or a person, is left alone: it was chased to its end.
 */
export async function restartReopened({ ports }: Pick<Operator, 'ports'>): Promise<void> {
  const waiting = { reopened: true, 'course.status': 'ended' as const, open: { $gt: 0 } }
  for (const { _id } of await Item.find(waiting, { open: 1 }).lean<Pick<ItemDocument, '_id'>[]>()) {
    const [closing] = await Event.find({ invoice: _id, kind: 'file-closed' }).sort({ at: -1 }).limit(1).lean()
    if (closing?.values.end === 'settled') await enrolItems([_id], { ports })
    else await Item.updateOne({ _id }, { $set: { reopened: false } })
  }
}
