import type { z } from 'zod'
import type { timelineSchema } from '../contract/invoices.ts'
import { Event, type EventDocument } from '../models/event.ts'
import { findItem } from './read-invoice.ts'

/** What happened to an item and why, the latest last. */
export async function readTimeline(invoice: string): Promise<z.output<typeof timelineSchema>> {
  await findItem(invoice)
  const events = await Event.find({ invoice }).sort({ at: 1, _id: 1 }).limit(1_000).lean<EventDocument[]>()
  return {
    items: events.map(({ _id: id, at, kind, author, node, values, message, task }) => ({
      id,
      at: at.toISOString(),
      kind,
      author,
      node: node ?? null,
      values: values ?? {},
      message: message ?? null,
      task: task ?? null,
    })),
  }
}
