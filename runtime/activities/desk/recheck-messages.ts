import { PermanentError } from '@relance/sdk/errors'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { DeskActivities } from '../../workflows/desk-activities.ts'
import type { Services } from '../services.ts'
import { askOf, contactOf, type DeskView, type MessageRequest, readDesk } from './desk-view.ts'
import { dropRequests, dropsOf } from './drop-requests.ts'
import { stillOpen } from './prepare-messages.ts'
import { renderMessage } from './render-message.ts'
import { belowMinimum, keepShort, shortMessage } from './short-message.ts'
import { changeMessage } from './tell.ts'

/** Looks at every waiting message as if it were to leave now: what was paid or disputed meanwhile is taken out at once. */
export function recheckMessages(services: Services): DeskActivities['recheckMessages'] {
  return async ({ debtor }) => {
    const view = await readDesk(debtor, { about: [], now: services.now() })
    for (const message of view.messages) {
      if (message.state !== 'to-confirm' && message.state !== 'queued') continue
      await recheckAlone(message, view, services)
    }
    return stillOpen(view.messages.map(({ _id }) => _id))
  }
}

/** A message that cannot be written any more keeps none of the debtor's others. */
async function recheckAlone(message: MessageDocument, view: DeskView, services: Services): Promise<void> {
  try {
    await recheck(message, view, services)
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    services.log.warn({ message: message._id, reason: error.message }, 'a message that waits cannot be written anew')
  }
}

/** Keeps what is about too little by now, and has the desk look again at once where the account owes enough. */
async function keepsShort(
  message: MessageDocument,
  requests: readonly MessageRequest[],
  { view, services }: { view: DeskView; services: Services },
): Promise<boolean> {
  const asks = await Promise.all(requests.map((request) => askOf(request, view, services)))
  const short = shortMessage(asks, view)
  if (short) await keepShort(message, short, { view, requests })
  else if (message.reason === belowMinimum) {
    await changeMessage(message._id, 'queued', { at: view.now, set: { plannedAt: view.now } })
  }
  return short !== null || message.reason === belowMinimum
}

/** Takes out what no longer belongs, and lets a message go on whose contact has been found. */
export async function recheck(message: MessageDocument, view: DeskView, services: Services): Promise<void> {
  const dropped = await dropsOf(message.requests as MessageRequest[], view, services)
  const left = await dropRequests(message, dropped, services)
  if (left.length === 0) return
  if (await keepsShort(message, left, { view, services })) return
  const contact = contactOf(view, message.role as never)
  const isFound = message.reason === 'missing-contact' && contact !== undefined
  if (dropped.length === 0 && !isFound) return
  const current = (await Message.findById(message._id).lean<MessageDocument>())!
  const { subject, html, text, hash } = await renderMessage({ ...current, requests: left }, view)
  await Message.updateOne({ _id: message._id }, { $set: { subject, html, text, templateHash: hash } })
  if (!isFound) return
  const isManual = left.some(({ confirmation }) => confirmation === 'manual') && message.decision === null
  const to = { name: contact.name, address: contact.email }
  await changeMessage(message._id, isManual ? 'to-confirm' : 'queued', {
    at: view.now,
    set: { to, plannedAt: view.now },
  })
}
