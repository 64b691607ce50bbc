import type { MessageDocument } from '../../models/message.ts'
import type { Next } from '../../workflows/desk-activities.ts'
import type { Services } from '../services.ts'
import type { AccountView, MessageRequest } from './desk-view.ts'
import { finishFailed } from './finish-again.ts'
import { openUncertainTask } from './open-desk-task.ts'
import type { Sending } from './send-letter.ts'
import { changeMessage, writeOnTimelines } from './tell.ts'

/** Waits (ms) after a refusal for the time being: from half a minute to half an hour. */
const firstWait = 30_000
const longestWait = 1_800_000

interface Standing {
  readonly requests: readonly MessageRequest[]
  readonly view: AccountView
  readonly services: Services
  /** Attempts that the provider refused before this one. */
  readonly attempts: number
}

/** What becomes of a letter that has not left, or of which nobody knows. */
export async function conclude(
  message: MessageDocument,
  sending: Exclude<Sending, { result: 'sent' }>,
  { requests, view, services, attempts }: Standing,
): Promise<Next> {
  const again = (at: Date, attempts: number): Next => ({
    id: message._id,
    state: 'queued',
    at: at.toISOString(),
    attempts,
  })
  switch (sending.result) {
    case 'withheld':
      // Something changed at the last moment: the next look says what.
      await changeMessage(message._id, 'queued', { at: view.now })
      return again(new Date(services.now().getTime() + 1_000), attempts)
    case 'uncertain':
      return askPerson(message, { view, reason: sending.reason })
    case 'refused': {
      const { retry, reason } = sending
      if (!retry) return finishFailed({ ...message, requests: [...requests] }, { reason, services })
      const at = new Date(services.now().getTime() + Math.min(longestWait, firstWait * 2 ** attempts))
      services.log.warn({ message: message._id, reason, again: at }, 'the provider refuses for now')
      await changeMessage(message._id, 'queued', { at: view.now, reason: 'provider-refused', set: { plannedAt: at } })
      return again(at, attempts + 1)
    }
  }
}

/** Nobody knows whether it has left: a person finds out, and nothing is sent again unasked. */
export async function askPerson(
  message: MessageDocument,
  { view, reason }: { view: AccountView; reason: string },
): Promise<Next> {
  const requests = message.requests as MessageRequest[]
  await openUncertainTask({ ...message, requests }, view)
  const to = message.to.address as string
  await writeOnTimelines('message-uncertain', { to, reason }, { message, requests, at: view.now })
  await changeMessage(message._id, 'uncertain', { at: view.now, reason })
  return { id: message._id, state: 'waiting', at: null, attempts: 0 }
}
