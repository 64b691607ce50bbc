import { Claim } from '../../models/claim.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { DeskActivities } from '../../workflows/desk-activities.ts'
import type { Services } from '../services.ts'
import { finishFailed } from './finish-again.ts'
import { answerAll } from './tell.ts'

/** Tells the invoices that their step failed for good, so that their files take the error port or wait for a person. */
export function giveUp(services: Services): DeskActivities['giveUp'] {
  return async ({ requests, message: id, reason }) => {
    const asked = requests.map((request) => ({ ...request, invoice: request.item, number: '', workflow: '' }))
    await answerAll(asked, { outcome: 'failed', reason }, services)
    const message = id === null ? null : await Message.findById(id).lean<MessageDocument>()
    if (!message || message.state === 'uncertain') return
    // What was claimed may have left: calling it failed would let a person send it again. The desk comes back to it.
    if (await Claim.exists({ message: message._id })) return
    await finishFailed(message, { reason, services })
  }
}
