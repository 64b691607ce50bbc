import { isHold } from '../../domain/desk/last-look.ts'
import type { MessageDocument } from '../../models/message.ts'
import type { Services } from '../services.ts'
import type { MessageRequest } from './desk-view.ts'
import { finishAgain } from './finish-again.ts'
import { answerAll } from './tell.ts'

/**
 * Requests told again after their message had its end: told twice, or by a file that the engine has run anew from an earlier
 * step because it died before it wrote down the first time. Such a file has not heard the answer, which found it elsewhere.
 */
export async function askAgain(
  known: MessageDocument,
  requests: readonly MessageRequest[],
  services: Services,
): Promise<void> {
  for (const request of requests) {
    const answer = answerTo(request, known)
    if (answer) await answerAll([request], answer, services)
  }
  await finishAgain(known, services)
}

/** Null when the message's own end is told by finishing it again. */
function answerTo({ key }: MessageRequest, { state, reason, requests }: MessageDocument) {
  const isIn = requests.some((request) => request.key === key)
  if (isIn && state !== 'cancelled') return null
  // Withdrawn only because its file stood elsewhere: given back, so that the file, which is there now, asks in a new round.
  if (!isIn || !reason || reason === 'superseded') return { outcome: 'held', reason: 'held' }
  return { outcome: isHold(reason) ? 'held' : 'cancelled', reason }
}
