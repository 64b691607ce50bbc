import type { z } from 'zod'
import type { confirmedSchema, Message as MessageView } from '../contract/work.ts'
import { Debtor } from '../models/debtor.ts'
import { Message, type MessageDocument } from '../models/message.ts'
import { holdOn } from '../models/restraint.ts'
import type { DecideSignal } from '../workflows/protocol.ts'
import { readMessage } from './list-messages.ts'
import type { Operator } from './ports.ts'
import { RefusedError } from './refused-error.ts'

/** Lets prepared messages leave. Each stands for itself: one that no longer waits is refused, the others go. */
export async function confirmMessages(
  ids: readonly string[],
  operator: Operator,
): Promise<z.output<typeof confirmedSchema>> {
  const refused: { id: string; reason: string }[] = []
  for (const id of new Set(ids)) {
    try {
      await decideMessage(id, { decision: 'confirm', reason: '' }, operator)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      refused.push({ id, reason: error.code })
    }
  }
  return { confirmed: new Set(ids).size - refused.length, refused }
}

/** Keeps a prepared message from leaving. */
export async function cancelMessage(
  id: string,
  { reason }: { reason: string },
  operator: Operator,
): Promise<MessageView> {
  await decideMessage(id, { decision: 'cancel', reason }, operator)
  return readMessage(id)
}

/** Writes a person's word on a message that waits for it, then tells the debtor's desk. */
async function decideMessage(
  id: string,
  { decision, reason }: { decision: 'confirm' | 'cancel'; reason: string },
  operator: Operator,
): Promise<void> {
  if (decision === 'confirm') await refuseWhileHeld(id)
  const word = { decision, reason, by: operator.author, at: operator.ports.now() }
  const message = await Message.findOneAndUpdate(
    { _id: id, state: 'to-confirm', decision: null },
    { $set: { decision: word, decisionTold: false } },
    { returnDocument: 'after' },
  ).lean<MessageDocument>()
  if (message) return tellDesk(message, operator)
  const current = await Message.findById(id, { state: 1, decision: 1 }).lean()
  if (!current) throw new RefusedError('not-found', { values: { id } })
  throw new RefusedError('not-waiting', { values: { state: current.decision ? 'queued' : current.state } })
}

/** A confirmed message would be taken back at the last look: whoever confirms learns it at once. */
async function refuseWhileHeld(id: string): Promise<void> {
  const message = await Message.findById(id, { debtor: 1, entity: 1 }).lean()
  const debtor = message && (await Debtor.findById(message.debtor, { segment: 1 }).lean())
  if (!debtor) return
  const whole = { _id: '', entity: message.entity, segment: debtor.segment, debtor: message.debtor, issueDate: null }
  if (await holdOn(whole)) throw new RefusedError('sending-held')
}

/** Tells the desk what a person decided; on failure the sweeper tells it again. */
export async function tellDesk(message: MessageDocument, { ports }: Pick<Operator, 'ports'>): Promise<void> {
  const { decision, by, reason } = message.decision as DecideSignal & { reason: string }
  try {
    await ports.files.decide(message.debtor, { message: message._id, decision, by, ...(reason && { reason }) })
    await Message.updateOne({ _id: message._id }, { $set: { decisionTold: true } })
  } catch (error) {
    ports.warn({ err: error }, 'a decision on a message could not be told to the desk; it will be told again')
  }
}
