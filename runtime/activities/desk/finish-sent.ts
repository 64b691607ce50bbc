import { Claim } from '../../models/claim.ts'
import { Desk } from '../../models/desk.ts'
import { Item } from '../../models/item.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { Services } from '../services.ts'
import type { MessageRequest } from './desk-view.ts'
import { answerAll, changeMessage, forget, writeOnTimelines } from './tell.ts'

/** Records a message that has left, and tells its invoices. Done again after a crash it changes nothing more. */
export async function finishSent(
  message: MessageDocument,
  services: Services,
  { by = 'desk' }: { by?: string } = {},
): Promise<null> {
  const requests = message.requests as MessageRequest[]
  const claim = await Claim.findById(requests[0]?.key).lean()
  const at = claim?.endedAt ?? services.now()
  const { subject, to } = message
  const values = { to: to.address as string, subject, template: message.template }
  await writeOnTimelines('message-sent', values, { message, requests, at, by })
  for (const request of requests) if (request.phase === 'course') await countReminder(request, at)
  await Desk.updateOne(
    { _id: message.debtor },
    { $set: { lastContactAt: at, lastMessage: message._id } },
    { upsert: true },
  )
  const known = await Message.findById(message._id, { state: 1 }).lean()
  if (known?.state !== 'sent') {
    const set = { sentAt: at, providerId: claim?.providerId ?? null }
    await changeMessage(message._id, 'sent', { at, by, set })
  }
  await answerAll(requests, { outcome: 'sent' }, services)
  await forget(message, { task: `uncertain-send:${message._id}` })
  return null
}

/** Each step counts once, however often it is recorded. */
async function countReminder({ invoice, key }: MessageRequest, at: Date): Promise<void> {
  await Item.updateOne(
    { _id: invoice, course: { $ne: null }, 'course.lastReminderKey': { $ne: key } },
    { $inc: { 'course.reminders': 1 }, $set: { 'course.lastReminderAt': at, 'course.lastReminderKey': key } },
  )
}
