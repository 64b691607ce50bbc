import { Item, type ItemDocument, type ItemUpdate } from '../models/item.ts'
import { type EventEntry, tellFile, writeEntry } from './event-entry.ts'
import type { Operator } from './ports.ts'

interface ItemChange {
  readonly id: string
  /** What must still hold for the change to be made. */
  readonly filter: Readonly<Record<string, unknown>>
  readonly update: ItemUpdate
  readonly entry: EventEntry
}

/**
 * Changes an item and owes its log entry in one atomic write, then writes the entry and tells the file. Whatever stops in
 * between is made up for by the sweeper, so a fact is never without its entry nor an entry without its fact. Undefined
 * when the filter no longer holds: nothing was changed.
 */
export async function changeItem(
  change: ItemChange,
  { ports }: Pick<Operator, 'ports'>,
): Promise<ItemDocument | undefined> {
  const { id, filter, update, entry } = change
  const item = await Item.findOneAndUpdate(
    { _id: id, ...filter },
    { ...update, $push: { ...update.$push, outbox: entry } },
    { returnDocument: 'after' },
  ).lean<ItemDocument>()
  if (!item) return undefined
  await settleOutbox(item, entry, { ports })
  return item
}

/** Moves one owed entry into the log and tells the file. */
export async function settleOutbox(
  item: ItemDocument,
  entry: EventEntry,
  { ports }: Pick<Operator, 'ports'>,
): Promise<void> {
  await refreshStanding(item._id)
  await writeEntry(entry, item)
  await Item.updateOne({ _id: item._id }, { $pull: { outbox: { id: entry.id } } })
  await tellFile(entry, { item: item._id, ports })
}

/** Recomputes the strongest of held, disputed and promised; a concurrent change makes it look again. */
async function refreshStanding(id: string): Promise<void> {
  for (;;) {
    const item = await Item.findById(id, { held: 1, dispute: 1, promise: 1, standing: 1 }).lean()
    if (!item) return
    const standing = item.held ? 'held' : item.dispute ? 'disputed' : item.promise ? 'promised' : 'free'
    if (item.standing === standing) return
    const unchanged = {
      held: item.held ? true : { $ne: true },
      'dispute.id': item.dispute?.id ?? null,
      'promise.id': item.promise?.id ?? null,
    }
    const written = await Item.updateOne({ _id: id, ...unchanged }, { $set: { standing } })
    if (written.matchedCount === 1) return
  }
}
