import { reviewCalls } from '../calls/review-call.ts'
import { finishPayment } from '../imports/mongo/finish-payment.ts'
import { settleLogs } from '../models/change-logged.ts'
import { Debtor } from '../models/debtor.ts'
import { Entity } from '../models/entity.ts'
import { Event, type EventDocument } from '../models/event.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { Message, type MessageDocument } from '../models/message.ts'
import { Payment, type PaymentDocument } from '../models/payment.ts'
import { StoredRates } from '../models/rate-table.ts'
import { Task, type TaskDocument } from '../models/task.ts'
import { settleOutbox } from './change-item.ts'
import { tellDesk } from './decide-messages.ts'
import { type EventEntry, tellFile } from './event-entry.ts'
import { sweepInsolvencies } from './insolvency/settle-insolvency.ts'
import { reviewLedgers } from './ledger-age/review-ledgers.ts'
import { resumeOwedFiles } from './owed-files.ts'
import type { Operator } from './ports.ts'
import { postPayment } from './post-payment.ts'
import { endPromises } from './promises.ts'
import { restartReopened } from './restart-reopened.ts'
import { sweepReversals } from './reverse-payment.ts'
import { sweepSegments } from './segment/settle-segment.ts'
import { sweepRestraints } from './settle-restraint.ts'
import { settleTask } from './settle-task.ts'
import { sweepTurns } from './sweep-turns.ts'
import { resumePublications } from './versions/record-publication.ts'

/** Younger work is left to whoever began it (ms). */
const grace = 15_000
const rhythm = 30_000
/** Payments posted and signals told again in one round: the rest waits for the next. */
const mostAtOnce = 500

/**
 * Finishes what a stop left half-way: payments not posted, log entries owed, signals not taken, answers not told, files not
 * started, files not told of a publication; ends the promises,
 * holds and exclusions whose day is over, hands accounts on and restarts what was opened again. Everything it does may be done twice. One that cannot be finished keeps none of the others.
 */
export async function sweep(operator: Operator): Promise<void> {
  const before = new Date(operator.ports.now().getTime() - grace)
  const finish = finisher(operator)
  await finish(await unposted(before), (payment) =>
    payment.source === 'import' ? finishPayment(payment, operator) : postPayment(payment, operator),
  )
  await sweepReversals(operator)
  await finish(await Item.find({ 'outbox.id': { $gt: '' } }).lean<ItemDocument[]>(), async (item) => {
    const owed = (item.outbox as EventEntry[]).filter(({ at }) => at < before)
    for (const entry of owed) await settleOutbox(item, entry, operator)
  })
  await finish(await untold(before), async ({ _id: id, happening, invoice }) => {
    if (invoice) await tellFile({ id, happening }, { item: invoice, ports: operator.ports })
  })
  await finish(await Task.find({ told: false }).lean<TaskDocument[]>(), async (task) => {
    if (task.outcome.at < before) await settleTask(task, operator)
  })
  await finish(await Message.find({ decisionTold: false }).lean<MessageDocument[]>(), async (message) => {
    if (message.decision.at < before) await tellDesk(message, operator)
  })
  for (const settings of [StoredRates, Entity, Debtor]) await settleLogs(settings)
  await resumeOwedFiles(before, operator)
  await endPromises(operator)
  await sweepInsolvencies(operator)
  await sweepSegments(operator)
  await reviewCalls({ dueBefore: operator.ports.now() }, operator.ports.now())
  await reviewLedgers(operator)
  await sweepRestraints(operator)
  await sweepTurns(operator)
  await restartReopened(operator)
  await resumePublications(operator, before)
}

function unposted(before: Date): Promise<PaymentDocument[]> {
  return Payment.find({ posted: false, recordedAt: { $lt: before } })
    .sort({ recordedAt: 1, _id: 1 })
    .limit(mostAtOnce)
    .lean<PaymentDocument[]>()
}

/** The oldest first: what happened to a file is told in its order. */
function untold(before: Date): Promise<EventDocument[]> {
  return Event.find({ acknowledged: false, at: { $lt: before } })
    .sort({ at: 1 })
    .limit(mostAtOnce)
    .lean<EventDocument[]>()
}

function finisher({ ports }: Operator) {
  return async <T extends { _id: string }>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> => {
    for (const one of all) {
      await run(one).catch((error) =>
        ports.warn({ err: error, id: one._id }, 'something half done could not be finished'),
      )
    }
  }
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
