import { Temporal } from 'temporal-polyfill'
import { shortAccountOf } from '../claims/short-account-of.ts'
import type { EventKind } from '../domain/event-kinds.ts'
import { Debtor, type DebtorDocument } from '../models/debtor.ts'
import { Entity, type EntityDocument } from '../models/entity.ts'
import { Event } from '../models/event.ts'
import { insertNew } from '../models/insert-new.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { Task, type TaskDocument } from '../models/task.ts'

/** How long (days) until a call on an account that owes too little is looked at again, when nothing says that it will owe more. */
const patience = 7

/** Puts a waiting call on the list once its account owes the minimum. May be repeated. */
export async function reviewCall(id: string, now: Date): Promise<void> {
  const task = await Task.findOne({ _id: id, state: 'waiting' }).lean<TaskDocument>()
  if (!task) return
  const [debtor, entity, items] = await Promise.all([
    Debtor.findById(task.debtor).lean<DebtorDocument>(),
    Entity.findById(task.entity).lean<EntityDocument>(),
    Item.find({ debtor: task.debtor, open: { $ne: 0 } }).lean<ItemDocument[]>(),
  ])
  if (!debtor || !entity) return
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(entity.zone).toPlainDate()
  const asked = task.requests.map(({ invoice }) => invoice as string)
  const currencies = new Set(items.filter(({ _id }) => asked.includes(_id)).map(({ currency }) => currency))
  const account = { entity, debtor, items, asked, legal: false, today: today.toString() }
  const shorts = [...currencies].map((currency) => ({ currency, short: shortAccountOf({ ...account, currency }) }))
  // Enough in one of its currencies is a reason to call.
  const [first] = shorts
  if (!first || shorts.some(({ short }) => short === null)) return open(task, now)
  const { claimed: overdue, minimum, enoughOn } = first.short!
  const next = enoughOn ? Temporal.PlainDate.from(enoughOn) : today.add({ days: patience })
  const dueAt = new Date(next.toZonedDateTime(entity.zone).epochMilliseconds)
  await note('task-short', task, { at: now, values: { overdue, minimum, currency: first.currency } })
  await Task.updateOne({ _id: id, state: 'waiting' }, { $set: { dueAt } })
}

/** Reviews the calls that wait for this day, or all those that wait on an entity's or a debtor's accounts. */
export async function reviewCalls(
  which: { readonly dueBefore: Date } | { readonly entity: string } | { readonly debtors: readonly string[] },
  now: Date,
): Promise<void> {
  const filter =
    'dueBefore' in which
      ? { dueAt: { $lte: which.dueBefore } }
      : 'entity' in which
        ? which
        : { debtor: { $in: [...which.debtors] } }
  for (const { _id } of await Task.find({ state: 'waiting', ...filter }, { _id: 1 }).lean()) {
    await reviewCall(_id, now)
  }
}

async function open(task: TaskDocument, now: Date): Promise<void> {
  const { _id, title, assignee } = task
  await note('task-opened', task, { at: now, values: { title, assignee } })
  await Task.updateOne({ _id, state: 'waiting' }, { $set: { state: 'open', dueAt: now } })
}

async function note(
  kind: EventKind,
  { _id: task, entity, debtor, requests }: TaskDocument,
  { at, values }: { at: Date; values: Readonly<Record<string, string | number>> },
): Promise<void> {
  const entries = requests.map(({ key, invoice, node }) => ({
    _id: `${kind === 'task-opened' ? 'task' : kind}:${task}:${key}`,
    ...{ at, kind, author: 'scenario', entity, debtor, invoice, node, task, values },
  }))
  await insertNew(Event, entries)
}
