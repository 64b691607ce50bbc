import { Event, type EventDocument } from '../models/event.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { Message, type MessageDocument } from '../models/message.ts'
import { Payment, type PaymentDocument } from '../models/payment.ts'
import { Task, type TaskDocument } from '../models/task.ts'
import { settleOutbox } from './change-item.ts'
import { tellDesk } from './decide-messages.ts'
import { type EventEntry, tellFile } from './event-entry.ts'
import type { Operator } from './ports.ts'
import { postPayment } from './post-payment.ts'
import { endPromises } from './promises.ts'
import { settleTask } from './settle-task.ts'

/** Younger work is left to whoever began it (ms). */
const grace = 15_000
const rhythm = 30_000
/** Signals told again in one round: the rest waits for the next. */
const mostAtOnce = 500

/**
 * Finishes what a stop left half-way: payments not posted, log entries owed, signals not taken, answers not told; and ends
 * the promises whose day is over. Everything it does may be done twice.
 */
export async function sweep(operator: Operator): Promise<void> {
  const before = new Date(operator.ports.now().getTime() - grace)
  const unposted = { source: 'manual', posted: false, recordedAt: { $lt: before } }
  for (const payment of await Payment.find(unposted).lean<PaymentDocument[]>()) await postPayment(payment, operator)
  for (const item of await Item.find({ 'outbox.id': { $gt: '' } }).lean<ItemDocument[]>()) {
    const owed = (item.outbox as EventEntry[]).filter(({ at }) => at < before)
    for (const entry of owed) await settleOutbox(item, entry, operator)
  }
  const untold = await Event.find({ acknowledged: false, at: { $lt: before } })
    .limit(mostAtOnce)
    .lean<EventDocument[]>()
  for (const event of untold) {
    if (event.invoice)
      await tellFile({ id: event._id, happening: event.happening }, { item: event.invoice, ports: operator.ports })
  }
  for (const task of await Task.find({ told: false }).lean<TaskDocument[]>()) {
    if (task.outcome.at < before) await settleTask(task, operator)
  }
  for (const message of await Message.find({ decisionTold: false }).lean<MessageDocument[]>()) {
    if (message.decision.at < before) await tellDesk(message, operator)
  }
  await endPromises(operator)
}

/** Wakes desks that were lost, sweeps now and then every half minute; returns the way to stop, which waits for the round under way. */
export function startSweeper(operator: Operator): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  const turn = () => {
    round = sweep(operator)
      .catch((error) => operator.ports.warn({ err: error }, 'the sweeper could not finish its round'))
      .then(() => {
        if (!stopped) timer = setTimeout(turn, rhythm)
      })
  }
  operator.ports.files
    .wakeDesks()
    .catch((error) => operator.ports.warn({ err: error }, 'lost desks could not be woken'))
  turn()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await round
  }
}
