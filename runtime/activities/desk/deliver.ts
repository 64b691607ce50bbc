import { PermanentError } from '@relance/sdk/errors'
import { hasNothingToSay } from '@relance/templates/template-error'
import type { Ask } from '../../domain/desk/ask.ts'
import { slotFor } from '../../domain/desk/slot-for.ts'
import { Claim } from '../../models/claim.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { DeskActivities, Next } from '../../workflows/desk-activities.ts'
import type { PreparedMessage } from '../../workflows/protocol.ts'
import type { Services } from '../services.ts'
import { askPerson, conclude } from './conclude.ts'
import {
  type AccountView,
  askOf,
  calendarOf,
  contactOf,
  itemsOf,
  type MessageRequest,
  readAccount,
  whyOf,
} from './desk-view.ts'
import { dropRequests, dropsOf, removeRequests } from './drop-requests.ts'
import { finishAgain, finishFailed, isDone } from './finish-again.ts'
import { finishSent } from './finish-sent.ts'
import { hasUnmatchedPayment } from './look-at.ts'
import { openMissingContactTask } from './open-desk-task.ts'
import { preparedOf } from './prepared-of.ts'
import { levelsOf, overdueOf, renderMessage } from './render-message.ts'
import { sendLetter } from './send-letter.ts'
import { keepShort, shortMessage } from './short-message.ts'
import { answerAll, changeMessage, writeOnTimelines } from './tell.ts'

/** How long (ms) until a legal claim that an unmatched payment holds back is looked at again. */
const unmatchedWait = 6 * 3_600_000

/**
 * Sends a message whose time has come: look, write, claim, look for the last time, send, record, tell the invoices.
 *
 * Each step may be the last one before a crash. Before the claim nothing has left, so the whole is simply done again. With
 * a claim that has no end nobody knows, so a person is asked. With a claim that ended in `sent` only the records are made up.
 */
export function deliver(services: Services): DeskActivities['deliver'] {
  return async ({ debtor, message: prepared }) => {
    const message = await Message.findById(prepared.id).lean<MessageDocument>()
    if (!message) return null
    if (isDone(message)) return finishAgain(message, services)
    if (message.state !== 'queued' && message.state !== 'sending') return preparedOf(message)
    const claims = await Claim.find({ _id: { $in: message.requests.map(({ key }) => key as string) } }).lean()
    const mine = claims.filter((claim) => claim.message === message._id)
    if (mine.some(({ result }) => result === 'sent')) return finishSent(message, services)
    const view = await readAccount(debtor, { about: itemsOf(message), now: services.now() })
    const open = mine.find(({ result }) => result === null)
    if (open) return waitOrAsk(message, { claimedAt: open.claimedAt, view, services })
    const others = claims.filter((claim) => claim.message !== message._id)
    if (others.length > 0) return leaveToOthers(message, others, services)
    return attempt(message, { prepared, view, services })
  }
}

interface Attempt {
  readonly prepared: PreparedMessage
  readonly view: AccountView
  readonly services: Services
}

/** Steps that another message has sent, or is sending, leave this one. */
async function leaveToOthers(
  message: MessageDocument,
  claims: readonly { readonly _id: string; readonly result?: string | null }[],
  services: Services,
): Promise<Next> {
  const taken = new Map(claims.map(({ _id, result }) => [_id, result]))
  const requests = message.requests as MessageRequest[]
  const gone = requests.filter(({ key }) => taken.has(key))
  const sent = gone.filter(({ key }) => taken.get(key) === 'sent')
  await answerAll(sent, { outcome: 'sent' }, services)
  const left = await removeRequests(message, gone, { reason: 'superseded', at: services.now() })
  return left.length === 0 ? null : preparedOf({ ...message, requests: [...left] })
}

/** A claim without an end: another worker may still be at it, unless it has been so for too long. */
async function waitOrAsk(
  message: MessageDocument,
  { claimedAt, view, services }: { claimedAt: Date; view: AccountView; services: Services },
): Promise<Next> {
  const until = claimedAt.getTime() + services.claimLimit
  if (until > view.now.getTime()) {
    return { id: message._id, state: 'queued', at: new Date(until).toISOString(), attempts: 0 }
  }
  return askPerson(message, { view, reason: 'interrupted' })
}

async function attempt(message: MessageDocument, { prepared, view, services }: Attempt): Promise<Next> {
  const requests = await dropRequests(message, await dropsOf(message.requests, view, services), services)
  if (requests.length === 0) return null
  const isWhole = requests.length === message.requests.length
  const fresh = isWhole ? message : (await Message.findById(message._id).lean<MessageDocument>())!
  const asks = await Promise.all(requests.map((request) => askOf(request, view, services)))
  const short = shortMessage(asks, view)
  if (short) {
    await keepShort(fresh, short, { view, requests })
    return { id: fresh._id, state: 'queued', at: short.until, attempts: 0 }
  }
  if (requests.some(({ confirmation }) => confirmation === 'manual') && fresh.decision?.decision !== 'confirm') {
    return submit(fresh, { view, requests })
  }
  const delay = delayOf(fresh, asks, view)
  if (delay) return postpone(fresh, delay, { view, requests })
  const contact = contactOf(view, fresh.role as never)
  if (!contact) return waitForContact(fresh, { view, requests })
  try {
    return await sendNow({ ...fresh, to: { name: contact.name, address: contact.email } }, requests, {
      prepared,
      view,
      services,
    })
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    if (hasNothingToSay(error)) {
      const drop = { outcome: 'cancelled', reason: 'nothing-to-say' } as const
      await dropRequests(
        fresh,
        requests.map((request) => ({ request, drop })),
        services,
      )
      return null
    }
    return finishFailed({ ...fresh, requests: [...requests] }, { reason: error.message, services })
  }
}

function delayOf(
  message: MessageDocument,
  asks: readonly Ask[],
  view: AccountView,
): { readonly at: string; readonly reason: string } | null {
  if (hasUnmatchedPayment(message as never, view)) {
    return { at: new Date(view.now.getTime() + unmatchedWait).toISOString(), reason: 'unmatched-payment' }
  }
  const { lastContactAt, now } = view
  const confirmed = message.decision !== null
  const { at, reason } = slotFor({ asks, lastContactAt, now: now.toISOString(), confirmed, ...calendarOf(view) })
  return reason === null ? null : { at, reason }
}

interface Standing {
  readonly view: AccountView
  readonly requests: readonly MessageRequest[]
}

async function postpone(
  message: MessageDocument,
  { at, reason }: { readonly at: string; readonly reason: string },
  { view, requests }: Standing,
): Promise<Next> {
  if (message.reason !== reason || message.plannedAt?.toISOString() !== at) {
    await writeOnTimelines(
      'message-deferred',
      { until: at, ...whyOf(reason, view) },
      { message, requests, at: view.now, mark: at },
    )
    await changeMessage(message._id, 'queued', { at: view.now, reason, set: { plannedAt: new Date(at) } })
  }
  return { id: message._id, state: 'queued', at, attempts: 0 }
}

/** Asks a person, who is shown the account as it is now. */
async function submit(message: MessageDocument, { view, requests }: Standing): Promise<Next> {
  const { subject, html, text, hash } = await renderMessage({ ...message, requests }, view)
  const set = { subject, html, text, templateHash: hash, overdue: overdueOf(view), plannedAt: view.now }
  await changeMessage(message._id, 'to-confirm', { at: view.now, set })
  return { id: message._id, state: 'to-confirm', at: null, attempts: 0 }
}

async function waitForContact(message: MessageDocument, { view, requests }: Standing): Promise<Next> {
  await writeOnTimelines('contact-missing', { role: message.role }, { message, requests, at: view.now })
  await changeMessage(message._id, 'queued', { at: view.now, reason: 'missing-contact' })
  await openMissingContactTask({ ...message, requests }, view)
  return { id: message._id, state: 'waiting', at: null, attempts: 0 }
}

async function sendNow(
  message: MessageDocument,
  requests: readonly MessageRequest[],
  { prepared, view, services }: Attempt,
): Promise<Next> {
  const { subject, html, text, hash } = await renderMessage({ ...message, requests }, view)
  const set = {
    subject,
    html,
    text,
    templateHash: hash,
    to: message.to,
    overdue: overdueOf(view),
    items: levelsOf({ ...message, requests }, view),
  }
  await Message.updateOne({ _id: message._id }, { $set: { ...set, state: 'sending' } })
  const letter = { ...message, ...set }
  const sending = await sendLetter(letter, { requests, view, services })
  if (sending.result === 'sent') return finishSent(letter, services, { departure: sending.departure })
  return conclude(letter, sending, { requests, view, services, attempts: prepared.attempts })
}
