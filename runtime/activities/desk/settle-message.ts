import { slotFor } from '../../domain/desk/slot-for.ts'
import { Claim } from '../../models/claim.ts'
import { Desk } from '../../models/desk.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import { Task } from '../../models/task.ts'
import type { DeskActivities, Next } from '../../workflows/desk-activities.ts'
import type { DecideSignal } from '../../workflows/protocol.ts'
import type { Services } from '../services.ts'
import { endClaims, freeClaims } from './claims.ts'
import { askOf, calendarOf, type MessageRequest, readDesk } from './desk-view.ts'
import { finishAgain, isDone } from './finish-again.ts'
import { finishSent } from './finish-sent.ts'
import { preparedOf } from './prepared-of.ts'
import { recheck } from './recheck-messages.ts'
import { answerAll, changeMessage, forget, writeOnTimelines } from './tell.ts'

/** Takes a person's word on a message. A word that no longer fits its state changes nothing. */
export function settleMessage(services: Services): DeskActivities['settleMessage'] {
  return async ({ debtor, decision }) => {
    const message = await Message.findById(decision.message).lean<MessageDocument>()
    if (!message || message.debtor !== debtor) return null
    if (isDone(message)) return finishAgain(message, services)
    if (message.state === 'uncertain') return settleUncertain(message, decision, services)
    if (message.state !== 'to-confirm' && message.state !== 'queued') return preparedOf(message)
    if (decision.decision === 'cancel') return cancel(message, decision, services)
    if (decision.decision === 'confirm') return confirm(message, decision, services)
    return preparedOf(message)
  }
}

/** Lets a message go: now, or when the last contact is old enough. Without an address it looks for one again. */
async function confirm(message: MessageDocument, { by }: DecideSignal, services: Services): Promise<Next> {
  const now = services.now()
  const view = await readDesk(message.debtor, { about: [], now })
  if (message.reason === 'missing-contact') {
    await recheck(message, view, services)
    return current(message._id)
  }
  const requests = message.requests as MessageRequest[]
  const asks = await Promise.all(requests.map((request) => askOf(request, view, services)))
  const { lastContactAt } = view
  const slot = slotFor({ asks, lastContactAt, now: now.toISOString(), confirmed: true, ...calendarOf(view) })
  await writeOnTimelines(
    'message-confirmed',
    { until: slot.at, reason: slot.reason },
    { message, requests, at: now, by },
  )
  const decision = message.decision ?? { decision: 'confirm', by, at: now, reason: '' }
  await changeMessage(message._id, 'queued', {
    ...{ at: now, by, reason: slot.reason },
    set: { plannedAt: new Date(slot.at), decision },
  })
  return current(message._id)
}

async function cancel(message: MessageDocument, { by, reason }: DecideSignal, services: Services): Promise<null> {
  const at = services.now()
  const requests = message.requests as MessageRequest[]
  const why = reason || 'person'
  await writeOnTimelines('message-cancelled', { reason: why }, { message, requests, at, by })
  // Told first: once the message is cancelled, a repeat after a crash has nothing left to decide.
  await answerAll(requests, { outcome: 'cancelled', reason: why }, services)
  await changeMessage(message._id, 'cancelled', { at, by, reason: why })
  const task = `${message.state === 'uncertain' ? 'uncertain-send' : 'missing-contact'}:${message._id}`
  await Task.updateOne({ _id: task, state: 'open' }, { $set: { state: 'cancelled' } })
  await forget(message, { task })
  return null
}

/** Somebody has found out what became of a message whose sending broke off. */
async function settleUncertain(message: MessageDocument, decision: DecideSignal, services: Services): Promise<Next> {
  const keys = message.requests.map(({ key }) => key as string)
  const { by } = decision
  const now = services.now()
  switch (decision.decision) {
    case 'arrived': {
      const claim = await Claim.findById(keys[0]).lean()
      await endClaims(keys, { at: claim?.claimedAt ?? now, providerId: null })
      return finishSent(message, services, { by })
    }
    case 'cancel':
      await freeClaims(keys, { message: message._id })
      return cancel(message, decision, services)
    case 'resend':
      await freeClaims(keys, { message: message._id })
      await Desk.updateOne({ _id: message.debtor }, { $pull: { tasks: `uncertain-send:${message._id}` } })
      await changeMessage(message._id, 'queued', {
        ...{ at: now, by },
        set: { plannedAt: now, decision: { decision: 'confirm', by, at: now, reason: '' } },
      })
      return current(message._id)
    case 'confirm':
      return preparedOf(message)
  }
}

async function current(id: string): Promise<Next> {
  const message = await Message.findById(id).lean<MessageDocument>()
  return message ? preparedOf(message) : null
}
