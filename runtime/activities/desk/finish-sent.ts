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
  for (const request of requests) if (request.phase === 'course') await countReminder(request, at)
  await changeMessage(message._id, 'sent', { at, by, set: { sentAt: at, providerId } })
  await forget(message, { task: `uncertain-send:${message._id}`, contactAt: at, frees })
}

async function departureOf([first]: readonly MessageRequest[], services: Services): Promise<Departure> {
  const claim = await Claim.findById(first?.key).lean()
  return { at: claim?.endedAt ?? services.now(), providerId: claim?.providerId ?? null }
}

/** Each step counts once, however often it is recorded. */
async function countReminder({ invoice, key }: MessageRequest, at: Date): Promise<void> {
  await Item.updateOne(
    { _id: invoice, course: { $ne: null }, 'course.lastReminderKey': { $ne: key } },
    { $inc: { 'course.reminders': 1 }, $set: { 'course.lastReminderAt': at, 'course.lastReminderKey': key } },
  )
}
