import { Claim } from '../../models/claim.ts'
import { Item } from '../../models/item.ts'
import type { MessageDocument } from '../../models/message.ts'
import type { Services } from '../services.ts'
import type { MessageRequest } from './desk-view.ts'
import { answerAll, changeMessage, forget, writeOnTimelines } from './tell.ts'

export interface Departure {
  readonly at: Date
  readonly providerId: string | null
}

/** Records a message that has left, and tells its invoices. Done again after a crash it changes nothing more. */
export async function finishSent(
  message: MessageDocument,
  services: Services,
  { by = 'desk', departure }: { by?: string; departure?: Departure } = {},
): Promise<null> {
  const requests = message.requests as MessageRequest[]
  await recordSent(message, departure ?? (await departureOf(requests, services)), { by })
  await answerAll(requests, { outcome: 'sent' }, services)
  return null
}

/** Writes down that a message has left; with `frees`, the file that took the desk for it gives it back. */
export async function recordSent(
  message: MessageDocument,
  { at, providerId }: Departure,
  { by = 'desk', frees = false }: { by?: string; frees?: boolean } = {},
): Promise<void> {
  const requests = message.requests as MessageRequest[]
  const { subject, to } = message
  const values = { to: to.address as string, subject, template: message.template }
  await writeOnTimelines('message-sent', values, { message, requests, at, by })
  const asking = requests.filter(({ phase }) => phase === 'course')
  for (const request of asking) await countReminder(request, { message, at })
  if (asking.length > 0) await noteListings(message, { asking, at })
  await changeMessage(message._id, 'sent', { at, by, set: { sentAt: at, providerId } })
  await forget(message, { task: `uncertain-send:${message._id}`, contactAt: at, frees })
}

async function departureOf([first]: readonly MessageRequest[], services: Services): Promise<Departure> {
  const claim = await Claim.findById(first?.key).lean()
  return { at: claim?.endedAt ?? services.now(), providerId: claim?.providerId ?? null }
}

/** Each step counts once, however often it is recorded. */
async function countReminder(
  { invoice, key }: MessageRequest,
  { message, at }: { message: MessageDocument; at: Date },
): Promise<void> {
  const isDue = overdueIn(message).includes(invoice)
  await Item.updateOne(
    { _id: invoice, course: { $ne: null }, 'course.lastReminderKey': { $ne: key } },
    {
      $inc: { 'course.reminders': 1, listings: isDue ? 1 : 0 },
      $set: { 'course.lastReminderAt': at, 'course.lastReminderKey': key },
    },
  )
}

/** The rest of the account that was overdue has been reminded of too: what its steps had to say by now has been said. */
async function noteListings(
  message: MessageDocument,
  { asking, at }: { asking: readonly MessageRequest[]; at: Date },
): Promise<void> {
  const others = overdueIn(message).filter((item) => asking.every(({ invoice }) => invoice !== item))
  if (others.length === 0) return
  await Item.updateMany(
    { _id: { $in: others }, lastListing: { $ne: message._id } },
    { $inc: { listings: 1 }, $set: { lastListing: message._id, listedAt: at } },
  )
}

function overdueIn({ items }: MessageDocument): string[] {
  return items.filter(({ level }) => level > 0).map(({ invoice }) => invoice as string)
}
