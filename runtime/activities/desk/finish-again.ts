import type { MessageDocument } from '../../models/message.ts'
import type { Services } from '../services.ts'
import type { MessageRequest } from './desk-view.ts'
import { finishSent } from './finish-sent.ts'
import { answerAll, changeMessage, forget, writeOnTimelines } from './tell.ts'

/** Sent, failed or cancelled: nothing is decided about the message any more. */
export function isDone({ state }: Pick<MessageDocument, 'state'>): boolean {
  return state === 'sent' || state === 'failed' || state === 'cancelled'
}

/**
 * Completes what a crash cut short after the message had its end: its invoices may not have heard of it. A file that has
 * heard ignores the repeat. A message is cancelled only after its invoices were told, so there is nothing to repeat.
 */
export async function finishAgain(message: MessageDocument, services: Services): Promise<null> {
  if (message.state === 'sent') return finishSent(message, services)
  if (message.state === 'failed') return finishFailed(message, { reason: message.reason ?? 'failed', services })
  await forget(message, { task: `missing-contact:${message._id}` })
  return null
}

/** Records that a message cannot leave, and has its invoices take the error port or wait for a person. */
export async function finishFailed(
  message: MessageDocument,
  { reason, services }: { reason: string; services: Services },
): Promise<null> {
  const requests = message.requests as MessageRequest[]
  const at = services.now()
  await writeOnTimelines('message-failed', { to: message.to.address as string, reason }, { message, requests, at })
  await changeMessage(message._id, 'failed', { at, reason })
  await answerAll(requests, { outcome: 'failed', reason }, services)
  await forget(message)
  return null
}
