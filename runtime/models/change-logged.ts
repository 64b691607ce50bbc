import { type Model, Schema } from 'mongoose'
import type { SettingKind } from '../domain/setting-kinds.ts'
import { insertOnce } from './duplicate-key.ts'
import { Event, type EventDocument } from './event.ts'

/** Log entries that the last writes owe, in the same write as the fact; taken out once they are in the log. */
export const outbox = { type: [Schema.Types.Mixed], default: [] }

export type LogEntry = Pick<EventDocument, '_id' | 'at' | 'author' | 'values'> &
  Partial<Pick<EventDocument, 'entity' | 'debtor'>> & { readonly kind: SettingKind }

interface Logged {
  readonly _id: string
  readonly outbox: LogEntry[]
}

interface LoggedChange {
  readonly id: string
  /** What must still hold for the change to be made. */
  readonly filter?: Readonly<Record<string, unknown>>
  readonly set: Readonly<Record<string, unknown>>
  readonly entries: readonly LogEntry[]
}

/**
 * Changes a document of settings and owes its log entries in one atomic write, then writes the entries. False when the filter
 * no longer holds: nothing was changed.
 */
export async function changeLogged(
  // biome-ignore lint/suspicious/noExplicitAny: any model whose documents have an outbox
  collection: Model<any>,
  { id, filter, set, entries }: LoggedChange,
): Promise<boolean> {
  const changed = await collection
    .findOneAndUpdate(
      { _id: id, ...filter },
      { $set: set, $push: { outbox: { $each: entries } } },
      { returnDocument: 'after' },
    )
    .lean<Logged>()
  if (!changed) return false
  await settleLog(collection, changed)
  return true
}

/** Moves the entries that documents still owe into the log, after a stop in between. */
// biome-ignore lint/suspicious/noExplicitAny: any model whose documents have an outbox
export async function settleLogs(collection: Model<any>): Promise<void> {
  for (const owing of await collection.find({ 'outbox._id': { $gt: '' } }).lean<Logged[]>()) {
    await settleLog(collection, owing)
  }
}

// biome-ignore lint/suspicious/noExplicitAny: any model whose documents have an outbox
async function settleLog(collection: Model<any>, owing: Logged): Promise<void> {
  for (const entry of owing.outbox) {
    await insertOnce(() => Event.create(entry))
    await collection.updateOne({ _id: owing._id }, { $pull: { outbox: { _id: entry._id } } })
  }
}
