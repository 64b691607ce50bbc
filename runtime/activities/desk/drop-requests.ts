import type { Drop } from '../../domain/desk/last-look.ts'
import type { EventKind } from '../../domain/event-kinds.ts'
import { insertOnce } from '../../models/duplicate-key.ts'
import { Event } from '../../models/event.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { Services } from '../services.ts'
import type { AccountView, MessageRequest, Situation } from './desk-view.ts'
import { lookAt } from './look-at.ts'
import { answerAll, changeMessage, forget, writeOnTimelines } from './tell.ts'

const kindOf = ({ outcome }: Drop): EventKind => (outcome === 'held' ? 'message-held' : 'message-cancelled')

/** Turns away one invoice before any message is made of it, and tells it why. One that is carried notes it itself. */
export async function refuseRequest(
  request: MessageRequest,
  { drop, view, services }: { drop: Drop; view: Pick<AccountView, 'debtor' | 'now'>; services: Services },
): Promise<void> {
  const { key, round, invoice, node } = request
  const { _id: debtor, entity } = view.debtor
  if (drop.reason === 'carried') return answerAll([request], drop, services)
  const entry = { _id: `desk:${key}:${round}:${drop.reason}`, at: view.now, kind: kindOf(drop), author: 'desk' }
  await insertOnce(() => Event.create({ ...entry, entity, debtor, invoice, node, values: { reason: drop.reason } }))
  await answerAll([request], drop, services)
}

export interface Dropped {
  readonly request: MessageRequest
  readonly drop: Drop
}

/** Which requests could not leave now, and why. */
export async function dropsOf(
  requests: readonly MessageRequest[],
  situation: Situation,
  services: Pick<Services, 'scenarios'>,
): Promise<Dropped[]> {
  const looks = await Promise.all(requests.map((request) => lookAt(request, situation, services)))
  return requests.flatMap((request, index) => {
    const drop = looks[index]
    return drop ? [{ request, drop }] : []
  })
}

/**
 * Takes invoices out of a message and tells each why. Without any left the message is cancelled; returns those that stay.
 */
export async function dropRequests(
  message: MessageDocument,
  dropped: readonly Dropped[],
  services: Pick<Services, 'signals' | 'now'>,
): Promise<readonly MessageRequest[]> {
  const at = services.now()
  for (const { request, drop } of dropped) {
    await writeOnTimelines(kindOf(drop), { reason: drop.reason }, { message, requests: [request], at })
    await answerAll([request], drop, services)
  }
  const gone = dropped.map(({ request }) => request)
  return removeRequests(message, gone, { reason: dropped[0]?.drop.reason ?? '', at })
}

/** A message that loses its last invoice is cancelled; its record then keeps whom it was for. */
export async function removeRequests(
  message: MessageDocument,
  gone: readonly MessageRequest[],
  { reason, at }: { reason: string; at: Date },
): Promise<readonly MessageRequest[]> {
  const keys = new Set(gone.map(({ key }) => key))
  const left = (message.requests as MessageRequest[]).filter(({ key }) => !keys.has(key))
  if (gone.length === 0) return left
  if (left.length === 0) {
    await changeMessage(message._id, 'cancelled', { at, reason })
    await forget(message, { task: `missing-contact:${message._id}` })
    return left
  }
  const { template, level } = left.reduce((best, request) => (request.level > best.level ? request : best))
  await Message.updateOne({ _id: message._id }, { $set: { requests: left, template, level } })
  return left
}
