import type { TaskRequest } from '@relance/sdk/define-effect'
import type { Outcome } from '@relance/sdk/define-node'
import type { Locale } from '@relance/sdk/words'
import { renderScript } from '@relance/templates/render'
import { reviewCall } from '../../calls/review-call.ts'
import { readCarrier } from '../../carrying/read-carrier.ts'
import { Debtor } from '../../models/debtor.ts'
import { Desk } from '../../models/desk.ts'
import { insertOnce } from '../../models/duplicate-key.ts'
import { Event } from '../../models/event.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { Task, type TaskDocument } from '../../models/task.ts'
import type { ActAsk } from '../../workflows/file-activities.ts'
import { templateFacts } from '../account.ts'
import type { RunningVersion } from '../scenario-store.ts'
import type { Services } from '../services.ts'
import { findDebtor, findEntity } from './find-item.ts'

interface Caller {
  readonly key: string
  readonly ask: ActAsk
  readonly item: ItemDocument
  readonly version: RunningVersion
  readonly services: Services
}

/**
 * Puts a call on somebody's list. While one for the same person and contact is open, this invoice joins it, so that a
 * customer is called once for the whole account. The id is counted per debtor: two invoices that ask at once meet there.
 * It waits there while the account owes less than the minimum.
 */
export async function openCallTask(request: TaskRequest, caller: Caller): Promise<void> {
  if (await isGivenBack(caller)) return
  const debtor = caller.item.debtor
  await Desk.updateOne({ _id: debtor }, { $setOnInsert: { calls: 0 } }, { upsert: true })
  const desk = await Desk.findById(debtor).lean()
  for (const task of await Task.find({ _id: { $in: desk?.tasks ?? [] } }).lean<TaskDocument[]>()) {
    if (await isDone(task, request, caller)) return
  }
  for (let n = desk?.calls ?? 0; ; ) {
    const id = `call:${debtor}:${n}`
    const task = await Task.findById(id).lean<TaskDocument>()
    const done = task ? await isDone(task, request, caller) : await insertOnce(() => create(id, request, caller))
    // Whoever loses the race to open a task looks at it again: it may well join it.
    if (!done && task) n++
    if (!done) continue
    await Desk.updateOne({ _id: debtor }, { $addToSet: { tasks: id }, $set: { calls: n + 1 } })
    if (!task) await reviewCall(id, caller.services.now())
    return
  }
}

/** A call of an invoice whose account another one carries waits, as a message would. */
async function isGivenBack({ item, ask, services }: Caller): Promise<boolean> {
  const carrier = ask.phase === 'course' ? await readCarrier(item) : null
  if (carrier === null || carrier._id === item._id) return false
  const { node, visit } = ask.place
  await services.signals.answer(item._id, { node, visit, outcome: 'held', reason: 'carried', carrier: carrier._id })
  return true
}

/** True when the task holds this request already, or has now taken it in. */
async function isDone(task: TaskDocument, request: TaskRequest, caller: Caller): Promise<boolean> {
  if (task.requests.some(({ key }) => key === caller.key)) return true
  if ((task.state !== 'open' && task.state !== 'waiting') || task.kind !== 'call') return false
  const assignee = await nameOf(request.assignee, caller.item)
  if (task.assignee !== assignee || task.role !== request.role || task.requests.length === 0) return false
  const insists = request.level > task.level
  const joined = await Task.updateOne(
    { _id: task._id, state: { $in: ['open', 'waiting'] }, 'requests.key': { $ne: caller.key } },
    {
      $push: { requests: requestOf(request, caller) },
      $set: {
        ...(insists && { level: request.level, title: request.title }),
        ...(request.priority === 'high' && { priority: 'high' }),
        script: await scriptOf({ ...request, script: insists ? request.script : task.requests[0].script }, caller),
      },
    },
  )
  if (joined.modifiedCount === 0) return false
  await note('task-joined', task._id, { request, caller })
  await reviewCall(task._id, caller.services.now())
  return true
}

async function create(id: string, request: TaskRequest, caller: Caller): Promise<void> {
  const { item, services, version, ask } = caller
  const debtor = await findDebtor(item.debtor)
  const contact = debtor.contacts.find(({ role }) => role === request.role)
  const node = version.document.nodes.find((drawn) => drawn.id === ask.place.node)
  const definition = services.registry.get(node?.kind ?? '')
  const outcomes: readonly Outcome[] = definition?.shape === 'act' ? definition.outcomes : []
  const now = services.now()
  await Task.create({
    _id: id,
    ...{ kind: 'call', state: 'waiting', entity: item.entity, debtor: debtor._id },
    ...{ debtorCode: debtor.code, debtorName: debtor.name, segment: debtor.segment },
    assignee: await nameOf(request.assignee, item),
    ...{ title: request.title, role: request.role, level: request.level, priority: request.priority },
    script: await scriptOf(request, caller),
    contact: contact ? { name: contact.name, phone: contact.phone, email: contact.email } : null,
    requests: [requestOf(request, caller)],
    outcomes: outcomes.map(({ port, words }) => ({ port, words })),
    ...{ createdAt: now, dueAt: now },
  })
}

function requestOf({ level, script }: TaskRequest, { key, item, ask }: Caller) {
  const { node, visit } = ask.place
  return { key, invoice: item._id, number: item.number, workflow: `invoice:${item._id}`, node, visit, level, script }
}

/** The script filled with the debtor's account, in the language in which the call will be held. */
async function scriptOf(
  { script, role }: Pick<TaskRequest, 'script' | 'role'>,
  { item, services }: Caller,
): Promise<string> {
  const [debtor, entity, items] = await Promise.all([
    findDebtor(item.debtor),
    findEntity(item.entity),
    Item.find({ debtor: item.debtor, open: { $ne: 0 } }).lean<ItemDocument[]>(),
  ])
  const contact = debtor.contacts.find((known) => known.role === role)
  const facts = templateFacts({ entity, debtor, contact, items, now: services.now() })
  return (await renderScript({ stage: script, locale: debtor.language as Locale, facts })).text
}

/** The person by name where the debtor has one, else the role. */
async function nameOf(assignee: TaskRequest['assignee'], item: ItemDocument): Promise<string> {
  const debtor = await Debtor.findById(item.debtor, { collector: 1, salesperson: 1 }).lean()
  if (assignee === 'collector') return debtor?.collector || assignee
  return assignee === 'salesperson' ? debtor?.salesperson || assignee : assignee
}

async function note(
  kind: 'task-joined',
  task: string,
  { request, caller }: { request: TaskRequest; caller: Caller },
): Promise<void> {
  const { item, key, ask, services } = caller
  await insertOnce(() =>
    Event.create({
      _id: `task:${task}:${key}`,
      ...{ at: services.now(), kind, author: 'scenario', entity: item.entity, invoice: item._id, debtor: item.debtor },
      ...{ node: ask.place.node, task, values: { title: request.title, assignee: request.assignee } },
    }),
  )
}
