import { Message, type MessageDocument } from '../../models/message.ts'
import type { DeskActivities } from '../../workflows/desk-activities.ts'
import type { Services } from '../services.ts'
import type { MessageRequest } from './desk-view.ts'
import { answerAll, changeMessage, forget, writeOnTimelines } from './tell.ts'

/** Tells the invoices that their step failed for good, so that their files take the error port or wait for a person. */
export function giveUp(services: Services): DeskActivities['giveUp'] {
  return async ({ requests, message: id, reason }) => {
    const asked = requests.map((request) => ({ ...request, invoice: request.item, number: '', workflow: '' }))
    await answerAll(asked, { outcome: 'failed', reason }, services)
    const message = id === null ? null : await Message.findById(id).lean<MessageDocument>()
    if (!message || message.state === 'uncertain') return
    const at = services.now()
    const held = message.requests as MessageRequest[]
    await writeOnTimelines(
      'message-failed',
      { to: message.to.address as string, reason },
      { message, requests: held, at },
    )
    await changeMessage(message._id, 'failed', { at, reason })
    await answerAll(held, { outcome: 'failed', reason }, services)
    await forget(message)
  }
}
