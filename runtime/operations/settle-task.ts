import { spokenFor } from '../carrying/spoken-for.ts'
import { Item } from '../models/item.ts'
import { Task, type TaskDocument } from '../models/task.ts'
import type { DecideSignal } from '../workflows/protocol.ts'
import { todays } from './calendar-day.ts'
import { disputeItem } from './disputes.ts'
import { writeEntry } from './event-entry.ts'
import { noteDeclaration } from './insolvency/note-declaration.ts'
import type { Operator } from './ports.ts'
import { promiseItem } from './promises.ts'
import { RefusedError } from './refused-error.ts'
import { unpark } from './unpark.ts'

/** What an answer sets in motion, by kind of task. Each may be repeated: the sweeper does so after a stop half-way. */
const consequences: Readonly<Record<TaskDocument['kind'], (task: TaskDocument, operator: Operator) => Promise<void>>> =
  {
    call: async (task, operator) => {
      await noteWhatWasHeard(task, operator)
      await tellFiles(task, operator)
    },
    parked: async (task, operator) => {
      const action = task.outcome.port === 'skip' ? 'skip' : 'retry'
      for (const { invoice } of task.requests) await unparkIfParked(invoice, action, operator)
    },
    'declare-claim': noteDeclaration,
    'missing-contact': tellContactDesk,
    'uncertain-send': tellContactDesk,
  }

/** Carries out the answer of a closed task and marks it as told. */
export async function settleTask(task: TaskDocument, operator: Operator): Promise<void> {
  const author = (task.outcome.by as string) || operator.author
  await consequences[task.kind](task, { ...operator, author })
  await Task.updateOne({ _id: task._id }, { $set: { told: true } })
}

/**
 * A promise or a dispute heard on the phone holds the reminders before the course goes on. A promise is about the account: its
 * amount covers what the call spoke for, the oldest due first. A dispute is about the invoices that asked for the call.
 */
async function noteWhatWasHeard(task: TaskDocument, operator: Operator): Promise<void> {
  const { port, promise, dispute, comment } = task.outcome
  const asking = task.requests.map(({ invoice }) => invoice as string)
  const today = (await todays(operator.ports.now()))(task.entity)
  const items = await spokenFor({ debtor: task.debtor, invoices: asking, today })
  let left = promise?.amount ?? Number.POSITIVE_INFINITY
  for (const item of items) {
    if (port === 'promise' && promise && left > 0) {
      const amount = Math.min(left, item.open)
      await promiseItem(item, { id: `promise:${task._id}:${item._id}`, date: promise.date, amount, comment }, operator)
      left -= amount
    }
    if (port === 'dispute' && dispute && asking.includes(item._id)) {
      await disputeItem(item._id, { id: `dispute:${task._id}:${item._id}`, reason: dispute.reason, comment }, operator)
    }
  }
  const others = items.map(({ _id }) => _id).filter((id) => !asking.includes(id))
  if (others.length > 0) await Item.updateMany({ _id: { $in: others } }, { $set: { listedAt: task.outcome.at } })
}

async function tellFiles(task: TaskDocument, { ports }: Operator): Promise<void> {
  const { port: outcome, comment, at, by: author } = task.outcome
  for (const { invoice, node, visit } of task.requests) {
    await writeEntry(
      {
        id: `answered:${task._id}:${invoice}:${node}:${visit}`,
        at,
        kind: 'task-answered',
        author,
        node,
        task: task._id,
        values: { outcome, comment },
      },
      { _id: invoice, entity: task.entity, debtor: task.debtor },
    )
    await ports.files.answer(invoice, { node, visit, outcome })
  }
}

async function tellContactDesk(task: TaskDocument, { ports, author }: Operator): Promise<void> {
  if (!task.message) return
  const { port, comment } = task.outcome
  const decision = (port === 'retry' ? 'confirm' : port) as DecideSignal['decision']
  await ports.files.decide(task.debtor, {
    message: task.message,
    decision,
    by: author,
    ...(comment && { reason: comment }),
  })
}

async function unparkIfParked(invoice: string, action: 'retry' | 'skip', operator: Operator): Promise<void> {
  try {
    await unpark(invoice, { action }, operator)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
  }
}
