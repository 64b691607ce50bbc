import { PermanentError } from '@relance/sdk/errors'
import { hasNothingToSay } from '@relance/templates/template-error'
import { decide, type PlannedMessage } from '../../domain/desk/decide.ts'
import { Claim } from '../../models/claim.ts'
import { insertNew } from '../../models/insert-new.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { DeskActivities } from '../../workflows/desk-activities.ts'
import type { DeskRequest, PreparedMessage } from '../../workflows/protocol.ts'
import type { Services } from '../services.ts'
import { askAgain } from './ask-again.ts'
import { askOf, calendarOf, contactOf, type DeskView, type MessageRequest, readDesk } from './desk-view.ts'
import { refuseRequest } from './drop-requests.ts'
import { isDone } from './finish-again.ts'
import { lookAt } from './look-at.ts'
import { letterOf, messageIdOf, newMessage, timelineOf, toMessageRequest } from './new-message.ts'
import { openMissingContactTask } from './open-desk-task.ts'
import { areOthersDue } from './others-due.ts'
import { preparedOf } from './prepared-of.ts'
import { levelsOf, overdueOf, renderMessage } from './render-message.ts'
import { belowMinimum, type ShortMessage, shortMessage, valuesOf } from './short-message.ts'
import { layOnDesk } from './take-desk.ts'
import { answerAll, changeMessage, forget, writeOnTimelines } from './tell.ts'

/** Automatic messages planned later than this (ms) show what they will say until then. */
const soon = 60_000

/** Merges requests into messages, new or still waiting. Requests that a message holds already, or that were sent, are not new. */
export function prepareMessages(services: Services): DeskActivities['prepareMessages'] {
  return async ({ debtor, requests }) => {
    const view = await readDesk(debtor, { about: requests.map(({ item }) => item), now: services.now() })
    await finishAll(requests, view, services)
    const fresh = await withoutDropped(await withoutKnown(requests, view, services), view, services)
    const waiting = view.messages.filter(isStillOpen)
    const byKey = new Map<string, MessageRequest>()
    for (const message of waiting) for (const request of message.requests) byKey.set(request.key, request)
    for (const request of fresh) byKey.set(request.key, toMessageRequest(request, view))
    const asks = await Promise.all([...byKey.values()].map((request) => askOf(request, view, services)))
    const { lastContactAt } = view
    const planned = decide({ asks, lastContactAt, now: view.now.toISOString(), ...calendarOf(view) })
    const put: string[] = []
    for (const plan of planned) {
      if (!plan.asks.some(({ key }) => fresh.some((request) => request.key === key))) continue
      const merged = plan.asks.map(({ key }) => byKey.get(key)!)
      put.push(await putMessage(plan, { requests: merged, fresh, view, services }))
    }
    return stillOpen([...view.messages.map(({ _id }) => _id), ...put])
  }
}

/** Of these messages, those neither sent nor cancelled, as the workflow sees them. */
export async function stillOpen(ids: readonly string[]): Promise<readonly PreparedMessage[]> {
  const words = { subject: 0, html: 0, text: 0 }
  const messages = await Message.find({ _id: { $in: [...new Set(ids)] } }, words).lean<MessageDocument[]>()
  return messages.flatMap((message) => preparedOf(message) ?? [])
}

/** A message that more invoices may join: nobody has confirmed its words yet. */
function isStillOpen({ state, decision }: MessageDocument): boolean {
  return decision === null && (state === 'to-confirm' || state === 'queued')
}

/** Messages that had their end and still lie on the desk: whoever sent them died before their invoices had heard of it. */
async function finishAll(requests: readonly DeskRequest[], view: DeskView, services: Services): Promise<void> {
  for (const message of view.messages.filter(isDone)) {
    const keys = new Set(message.requests.map(({ key }) => key as string))
    const told = requests.filter(({ key }) => keys.has(key))
    await askAgain(
      message,
      told.map((request) => toMessageRequest(request, view)),
      services,
    )
  }
}

async function withoutKnown(
  requests: readonly DeskRequest[],
  view: DeskView,
  services: Services,
): Promise<DeskRequest[]> {
  const held = new Set(view.messages.flatMap((message) => message.requests.map((request) => request.key as string)))
  const claims = await Claim.find({ _id: { $in: requests.map(({ key }) => key) }, result: 'sent' }).lean()
  const sent = new Set(claims.map(({ _id }) => _id))
  const fresh = new Map<string, DeskRequest>()
  for (const request of requests) {
    if (sent.has(request.key)) await answerAll([toMessageRequest(request, view)], { outcome: 'sent' }, services)
    else if (!held.has(request.key)) fresh.set(request.key, request)
  }
  return [...fresh.values()]
}

/** What could not leave now joins no message: its invoice is told why at once, rather than on the day of sending. */
async function withoutDropped(
  requests: readonly DeskRequest[],
  view: DeskView,
  services: Services,
): Promise<DeskRequest[]> {
  const left: DeskRequest[] = []
  for (const request of requests) {
    const drop = await lookAt(request, view, services)
    if (drop) await refuseRequest(toMessageRequest(request, view), { drop, view, services })
    else left.push(request)
  }
  return left
}

interface Merge {
  readonly requests: readonly MessageRequest[]
  readonly fresh: readonly DeskRequest[]
  readonly view: DeskView
  readonly services: Services
}

/** Returns the message's id. */
async function putMessage(plan: PlannedMessage, merge: Merge): Promise<string> {
  const { requests, view, services } = merge
  const keys = new Set(requests.map(({ key }) => key))
  const existing = view.messages.find(
    (message) => isStillOpen(message) && message.requests.some(({ key }) => keys.has(key)),
  )
  const _id = existing?._id ?? messageIdOf(requests[0]!)
  const { debtor, now } = view
  const letter = letterOf(plan, { id: _id, requests, view })
  const short = shortMessage(plan.asks, view)
  const schedule = short ? shortSchedule(short) : scheduleOf(plan, merge)
  const words = await wordsOf(letter, schedule.plannedAt, { view, services })
  if (words === null) return _id
  const fields = { ...letter, ...schedule, ...words, overdue: overdueOf(view), items: levelsOf(letter, view) }
  const newcomers = requests.filter(({ key }) => merge.fresh.some((request) => request.key === key))
  const telling = { message: letter, requests: newcomers, at: now }
  if (short) await writeOnTimelines('message-short', valuesOf(short), telling)
  else await writeOnTimelines('message-prepared', timelineOf(fields, view), telling)
  await layOnDesk(debtor._id, { message: _id, now })
  const inserted = await insertNew(Message, [newMessage(fields, view)])
  if (!inserted) {
    await Message.updateOne({ _id, state: { $in: ['to-confirm', 'queued'] }, decision: null }, { $set: fields })
    const known = (await Message.findById(_id).lean<MessageDocument>())!
    if (isDone(known)) await askAgain(known, newcomers, services)
  }
  if (schedule.reason === 'missing-contact') {
    await writeOnTimelines('contact-missing', { role: letter.role }, { message: letter, requests: newcomers, at: now })
    await openMissingContactTask(fields, view)
  }
  return _id
}

function shortSchedule({ until }: ShortMessage) {
  return { state: 'queued', reason: belowMinimum, plannedAt: new Date(until) }
}

function scheduleOf(plan: PlannedMessage, { requests, view, services }: Merge) {
  const plannedAt = new Date(plan.plannedAt)
  if (contactOf(view, plan.leading.role) === undefined) return { state: 'queued', reason: 'missing-contact', plannedAt }
  if (plan.confirmation === 'manual') return { state: 'to-confirm', reason: plan.reason, plannedAt }
  const until = new Date(view.now.getTime() + services.gatherFor)
  if (
    plannedAt < until &&
    areOthersDue(
      requests.map(({ item }) => item),
      view,
    )
  )
    return { state: 'queued', reason: 'gathering', plannedAt: until }
  return { state: 'queued', reason: plan.reason, plannedAt }
}

/** What a person is shown; a message that leaves at once is written when it leaves. Null when it cannot be written. */
async function wordsOf(
  letter: Parameters<typeof renderMessage>[0] & {
    readonly _id: string
    readonly entity: string
    readonly debtor: string
  },
  plannedAt: Date,
  { view, services }: { view: DeskView; services: Services },
) {
  const contact = contactOf(view, letter.role as never)
  const to = { name: contact?.name ?? '', address: contact?.email ?? '' }
  try {
    const isNow = plannedAt.getTime() - view.now.getTime() < soon && letter.requests.every(isAutomatic)
    if (isNow && contact) return { to }
    const { subject, html, text, hash } = await renderMessage(letter, view)
    return { to, subject, html, text, templateHash: hash }
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    const telling = { message: letter, requests: letter.requests, at: view.now }
    if (hasNothingToSay(error)) {
      await writeOnTimelines('message-cancelled', { reason: 'nothing-to-say' }, telling)
      await answerAll(letter.requests, { outcome: 'cancelled', reason: 'nothing-to-say' }, services)
      await changeMessage(letter._id, 'cancelled', { at: view.now, reason: 'nothing-to-say' })
      await forget(letter)
      return null
    }
    await writeOnTimelines('message-failed', { to: to.address, reason: error.message }, telling)
    await answerAll(letter.requests, { outcome: 'failed', reason: error.message }, services)
    await changeMessage(letter._id, 'failed', { at: view.now, reason: error.message })
    await forget(letter)
    return null
  }
}

const isAutomatic = ({ confirmation }: MessageRequest) => confirmation === 'automatic'
