import { PermanentError } from '@relance/sdk/errors'
import { decide } from '../../domain/desk/decide.ts'
import { insertNew } from '../../models/insert-new.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { DeskRequest } from '../../workflows/protocol.ts'
import { findEntity } from '../file/find-item.ts'
import type { Services } from '../services.ts'
import { conclude } from './conclude.ts'
import { type AccountView, askOf, calendarOf, contactOf, readSituation, type Situation } from './desk-view.ts'
import { fewAtOnce } from './few-at-once.ts'
import { recordSent } from './finish-sent.ts'
import { hasUnmatchedPayment, lookAt } from './look-at.ts'
import { letterOf, messageIdOf, newMessage, timelineOf, toMessageRequest } from './new-message.ts'
import { doOthersRest } from './others-due.ts'
import { levelsOf, overdueOf, renderMessage } from './render-message.ts'
import { sendLetter } from './send-letter.ts'
import { shortMessage } from './short-message.ts'
import { handBack, leaveDesk, takeDesk } from './take-desk.ts'
import { writeOnTimelines } from './tell.ts'

/**
 * Files of a worker that send by themselves together, and how long (ms) others wait for that before they leave it to the desk: a
 * provider that is slow leaves half the worker to the files that wake.
 */
const few = { size: 20, patience: 1_000 }

type Outcome = 'sent' | 'left-to-desk' | 'not-begun'

/**
 * Most reminders concern an invoice that nothing else of its debtor joins, an automatic one that may leave now. Its file then
 * takes the empty desk and does the desk's work itself, by the same rules: no second workflow and no answer to wait for. Whatever
 * stands in the way, before or after, is the desk's to deal with; `not-begun` leaves it to be asked as if nothing had been tried.
 */
export function sendAtOnce(services: Services) {
  const door = fewAtOnce(few)
  return async (request: DeskRequest, { debtor }: { debtor: string }): Promise<Outcome> => {
    if (request.confirmation !== 'automatic' || request.medium !== 'email') return 'not-begun'
    if (!(await door.enter())) return 'not-begun'
    try {
      return await attempt(request, { debtor, services })
    } finally {
      door.leave()
    }
  }
}

async function attempt(
  request: DeskRequest,
  { debtor, services }: { debtor: string; services: Services },
): Promise<Outcome> {
  const now = services.now()
  const situation = await readSituation(debtor, [request.item])
  if (!(await isPlain(request, { ...situation, now, services }))) return 'not-begun'
  const entity = await findEntity(situation.debtor.entity)
  const message = messageIdOf(request)
  const desk = await takeDesk(debtor, { message, until: new Date(now.getTime() + 2 * services.claimLimit) })
  if (!desk) {
    // It may be taken by an earlier attempt of this very file, which the desk then goes on with.
    await handBack(debtor, { message })
    return 'not-begun'
  }
  const view = { ...situation, entity, now, lastContactAt: desk.lastContactAt }
  const letter = await write(request, { message, view, services })
  if (!letter) {
    await leaveDesk(debtor, { message })
    return 'not-begun'
  }
  return send(letter, { view, services })
}

/** Nothing speaks against it, and no other invoice of the debtor asks for a message now. */
async function isPlain(
  request: DeskRequest,
  { services, ...situation }: Situation & { readonly now: Date; readonly services: Services },
): Promise<boolean> {
  if (!contactOf(situation, request.role) || hasUnmatchedPayment(request, situation)) return false
  if (!doOthersRest([request.item], situation)) return false
  return (await lookAt(request, situation, services)) === null
}

interface Writing {
  readonly message: string
  readonly view: AccountView
  readonly services: Services
}

/** The letter, written down as being sent; null when it may not leave now, cannot be written, or was written before. */
async function write(request: DeskRequest, { message, view, services }: Writing): Promise<MessageDocument | null> {
  const { lastContactAt, now } = view
  const asks = [await askOf(request, view, services)]
  const [plan] = decide({ asks, lastContactAt, now: now.toISOString(), ...calendarOf(view) })
  if (!plan || plan.reason !== null || shortMessage(asks, view)) return null
  const requests = [toMessageRequest(request, view)]
  const letter = letterOf(plan, { id: message, requests, view })
  const words = await wordsOf(letter, view)
  if (!words) return null
  const account = { overdue: overdueOf(view), items: levelsOf(letter, view) }
  const planned = { ...letter, ...words, ...account, state: 'queued', reason: null, plannedAt: now }
  await writeOnTimelines('message-prepared', timelineOf(planned, view), { message: letter, requests, at: now })
  const record = { ...newMessage(planned, view), state: 'sending' }
  const isNew = await insertNew(Message, [record])
  return isNew ? (record as unknown as MessageDocument) : null
}

async function wordsOf(letter: Parameters<typeof renderMessage>[0], view: AccountView) {
  const contact = contactOf(view, letter.role as never)!
  try {
    const { subject, html, text, hash } = await renderMessage(letter, view)
    return { to: { name: contact.name, address: contact.email }, subject, html, text, templateHash: hash }
  } catch (error) {
    if (error instanceof PermanentError) return null
    throw error
  }
}

async function send(
  letter: MessageDocument,
  { view, services }: { view: AccountView; services: Services },
): Promise<Outcome> {
  const requests = letter.requests as ReturnType<typeof toMessageRequest>[]
  const sending = await sendLetter(letter, { requests, view, services })
  if (sending.result === 'sent') {
    await recordSent(letter, sending.departure, { frees: true })
    return 'sent'
  }
  await conclude(letter, sending, { requests, view, services, attempts: 0 })
  await handBack(letter.debtor, { message: letter._id })
  await services.signals.recheck(letter.debtor)
  return 'left-to-desk'
}
