import type { z } from 'zod'
import { spokenFor } from '../carrying/spoken-for.ts'
import type { Task as TaskView, taskPageSchema, taskQuerySchema } from '../contract/work.ts'
import { daysBetween } from '../domain/ageing/days-between.ts'
import { sumByCurrency } from '../domain/money/sum-by-currency.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { type Filter, readPage } from '../models/read-page.ts'
import { Task, type TaskDocument } from '../models/task.ts'
import { todays } from './calendar-day.ts'
import { findDebtors } from './debtor-directory.ts'
import { stateOf } from './invoice-view.ts'
import type { Operator } from './ports.ts'
import { RefusedError } from './refused-error.ts'
import { sortField } from './sort-field.ts'

const sorts = { dueAt: 'dueAt', createdAt: 'createdAt', debtor: 'debtorName', level: 'level', priority: 'priority' }

/** Work for people, what is due first on top. */
export async function listTasks(
  query: z.output<typeof taskQuerySchema>,
  { ports }: Pick<Operator, 'ports'>,
): Promise<z.output<typeof taskPageSchema>> {
  const sort = sortField(query.sort, { sorts, usual: 'dueAt' })
  const filter: Filter = {
    state: query.state,
    ...(query.entity && { entity: query.entity }),
    ...(query.kind && { kind: query.kind }),
    ...(query.search
      ? { debtor: { $in: (await findDebtors(query)).map(({ id }) => id) } }
      : query.debtor && { debtor: query.debtor }),
  }
  const { offset, limit } = query
  const [tasks, total] = await Promise.all([
    readPage<TaskDocument>(Task as never, { filter, sort, offset, limit }),
    Task.countDocuments(filter),
  ])
  return { items: await taskViews(tasks, { ports }), total }
}

/** One task with its script; refused as `not-found`. */
export async function readTask(id: string, { ports }: Pick<Operator, 'ports'>): Promise<TaskView> {
  const [view] = await taskViews([await findTask(id)], { ports })
  return view!
}

export async function findTask(id: string): Promise<TaskDocument> {
  const task = await Task.findById(id).lean<TaskDocument>()
  if (!task) throw new RefusedError('not-found', { values: { id } })
  return task
}

async function taskViews(tasks: readonly TaskDocument[], { ports }: Pick<Operator, 'ports'>): Promise<TaskView[]> {
  const ids = [...new Set(tasks.flatMap((task) => task.requests.map((request) => request.invoice as string)))]
  const items = await Item.find({ _id: { $in: ids } }).lean<ItemDocument[]>()
  const byId = new Map(items.map((item) => [item._id, item]))
  const today = await todays(ports.now())
  const views = tasks.map(async (task) => {
    const own = task.requests.flatMap(({ invoice }) => byId.get(invoice) ?? [])
    const items = task.kind === 'call' && task.state === 'open' ? await accountOf(task, today(task.entity)) : own
    return taskView(task, { items, today: today(task.entity) })
  })
  return Promise.all(views)
}

/** A call is about the whole account: what was paid since stays in sight, as it is why somebody called. */
async function accountOf({ debtor, requests }: TaskDocument, today: string): Promise<ItemDocument[]> {
  const invoices = requests.map(({ invoice }) => invoice as string)
  const spoken = await spokenFor({ debtor, invoices, today })
  const missing = invoices.filter((invoice) => spoken.every(({ _id }) => _id !== invoice))
  const paid = missing.length > 0 ? await Item.find({ _id: { $in: missing } }).lean<ItemDocument[]>() : []
  return [...spoken, ...paid]
}

/** What a caller may ask for; a parked file waits for us, not for the customer. */
const isClaimed: ReadonlySet<TaskView['invoices'][number]['state']> = new Set(['overdue', 'not-due', 'parked'])

function taskView(task: TaskDocument, { items, today }: { items: readonly ItemDocument[]; today: string }): TaskView {
  const invoices = items.map((item) => {
    const { _id: id, number, dueDate, open, currency } = item
    return { id, number, dueDate, open, currency, daysLate: daysBetween(dueDate, today), state: stateOf(item, today) }
  })
  const claimed = invoices.filter(({ state, daysLate, open }) =>
    task.kind === 'declare-claim' ? open > 0 : daysLate > 0 && isClaimed.has(state),
  )
  return {
    id: task._id,
    kind: task.kind,
    state: task.state,
    entity: task.entity,
    debtor: { code: task.debtorCode, name: task.debtorName, segment: task.segment as never },
    assignee: task.assignee,
    title: task.title,
    script: task.script,
    priority: task.priority,
    contact: task.contact
      ? { name: task.contact.name ?? '', phone: task.contact.phone ?? '', email: task.contact.email ?? '' }
      : null,
    invoices,
    overdue: sumByCurrency(claimed.map(({ open, currency }) => ({ amount: open, currency }))),
    outcomes: task.outcomes.map(({ port, words }) => ({ port, words })),
    createdAt: task.createdAt.toISOString(),
    dueAt: task.dueAt.toISOString(),
    outcome: task.outcome
      ? {
          port: task.outcome.port,
          comment: task.outcome.comment ?? '',
          at: new Date(task.outcome.at).toISOString(),
          by: task.outcome.by ?? '',
        }
      : null,
  }
}
