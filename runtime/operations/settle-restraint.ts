import { passOn } from '../carrying/pass-on.ts'
import type { EventKind } from '../domain/event-kinds.ts'
import { Debtor } from '../models/debtor.ts'
import { Desk } from '../models/desk.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { Event } from '../models/event.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { holdOn, Restraint, type RestraintDocument } from '../models/restraint.ts'
import { todays } from './calendar-day.ts'
import { changeItem } from './change-item.ts'
import { type EventEntry, tellFile, writeEntry } from './event-entry.ts'
import type { Operator } from './ports.ts'
import { takeBackCalls } from './take-back-calls.ts'

/**
 * What follows from a restraint, or from its end. It is in force before: each message looks for itself. Here its own subject
 * is told, so that a message that waits is taken back at once, and after a hold the files that had learnt of it go on. A hold
 * on a segment or on everything is told to no file when it begins: there may be a hundred thousand, most of them asleep.
 */
export async function settleRestraint(restraint: RestraintDocument, operator: Operator): Promise<void> {
  const { kind, scope } = restraint
  await logRestraint(restraint)
  if (scope === 'invoice') await tellInvoice(restraint, operator)
  if (scope === 'debtor' || scope === 'contact' || scope === 'insolvency') await tellDebtor(restraint, operator)
  if (scope === 'insolvency' && !restraint.lifted) await takeBackCalls(restraint, operator)
  if (isOver(restraint) && kind === 'hold' && scope !== 'invoice') await releaseFiles(restraint, operator)
  await handOn(restraint, operator)
  const same = { _id: restraint._id, at: restraint.at, ...liftedNow(restraint) }
  const { matchedCount } = await Restraint.updateOne(same, { $set: { settled: true } })
  if (matchedCount === 1) return
  // Lifted or renewed meanwhile, perhaps before all of this was done: what stands last has the last word.
  const current = await Restraint.findById(restraint._id).lean<RestraintDocument>()
  if (current) await settleRestraint(current, operator)
}

/** What bears on some invoices of an account may end the turn of the one that carries it. */
async function handOn({ scope, target }: RestraintDocument, { ports }: Operator): Promise<void> {
  if (scope !== 'invoice' && scope !== 'insolvency') return
  const about = scope === 'invoice' ? { _id: target } : { debtor: target }
  const items = await Item.find({ ...about, open: { $gt: 0 } }, { debtor: 1, currency: 1 }).lean()
  for (const currency of new Set(items.map((item) => item.currency))) {
    await passOn({ debtor: items[0]!.debtor, currency }, { now: ports.now(), happen: ports.files.happen })
  }
}

/** A judgment whose date was mended may hold less than before. */
function isOver({ lifted, scope }: RestraintDocument): boolean {
  return Boolean(lifted) || scope === 'insolvency'
}

/** Carries on what a stop left half-way, ends what is over, and forgets what has had its end. */
export async function sweepRestraints(operator: Operator): Promise<void> {
  const now = operator.ports.now()
  const today = await todays(now)
  for (const restraint of await Restraint.find({}).lean<RestraintDocument[]>()) {
    const { _id, lifted, until, settled } = restraint
    if (!lifted && until && until < today(entityOf(restraint))) {
      await Restraint.updateOne(
        { _id, lifted: null },
        { $set: { lifted: { by: operator.author, at: now }, settled: false } },
      )
      const over = await Restraint.findById(_id).lean<RestraintDocument>()
      if (over?.lifted) await settleRestraint(over, operator)
    } else if (!settled) await settleRestraint(restraint, operator)
    else if (lifted) await Restraint.deleteOne({ _id, ...liftedNow(restraint), settled: true })
  }
}

/** The entity in whose zone days count; undefined where there is none of its own. */
export function entityOf({ scope, target }: Pick<RestraintDocument, 'scope' | 'target'>): string | undefined {
  if (scope === 'everything' || scope === 'segment') return undefined
  return target.split(':')[0]
}

function liftedNow({ lifted }: RestraintDocument) {
  return lifted ? { 'lifted.at': lifted.at } : { lifted: null }
}

/** Distinguishes the beginning and the end of each restraint that its subject ever had. */
function markOf({ _id, at, lifted }: RestraintDocument): string {
  return lifted ? `${_id}:lifted:${new Date(lifted.at).getTime()}` : `${_id}:set:${new Date(at).getTime()}`
}

/** The log knows every hold and exclusion, also those that no invoice's timeline shows. */
async function logRestraint(restraint: RestraintDocument): Promise<void> {
  const { kind, scope, target, reason, until, lifted, by, at } = restraint
  await insertOnce(() =>
    Event.create({
      _id: `restraint:${markOf(restraint)}`,
      at: lifted ? lifted.at : at,
      kind: `${kind}-${lifted ? 'lifted' : 'set'}`,
      author: lifted ? lifted.by : by,
      entity: entityOf(restraint) ?? null,
      debtor: scope === 'debtor' || scope === 'insolvency' ? target : null,
      values: { scope, target, reason, until: until ?? null },
    }),
  )
}

async function tellInvoice(restraint: RestraintDocument, operator: Operator): Promise<void> {
  const { kind, target: id, lifted } = restraint
  const entry = { ...entryOf(restraint), id: markOf(restraint) }
  if (kind === 'exclusion') {
    const item = await Item.findById(id, { entity: 1, debtor: 1 }).lean()
    if (!item) return
    await writeEntry(entry, item)
    return recheck(item.debtor, operator)
  }
  await changeItem(
    {
      ...{ id, filter: { held: lifted ? true : { $ne: true } }, update: { $set: { held: !lifted } } },
      entry: { ...entry, happening: { type: lifted ? 'RELEASED' : 'HELD' } },
    },
    operator,
  )
}

/**
 * The timeline of every open invoice that it bears on says why it is silent; messages that wait are looked at again. A
 * judgment stops files at once, wherever they stand.
 */
async function tellDebtor(restraint: RestraintDocument, operator: Operator): Promise<void> {
  const debtor = await debtorOf(restraint)
  if (debtor === null) return
  const { issuedUntil, scope, lifted } = restraint
  const borne = { debtor, open: { $gt: 0 }, ...(issuedUntil && { issueDate: { $lte: issuedUntil } }) }
  const happening = scope === 'insolvency' && !lifted ? ({ type: 'HELD' } as const) : undefined
  for (const item of await Item.find(borne, { entity: 1, debtor: 1 }).lean()) {
    const entry = { ...entryOf(restraint), id: `${markOf(restraint)}:${item._id}`, ...(happening && { happening }) }
    await writeEntry(entry, item)
    await tellFile(entry, { item: item._id, ports: operator.ports })
  }
  await recheck(debtor, operator)
}

async function debtorOf({ scope, target }: RestraintDocument): Promise<string | null> {
  const id = scope === 'contact' ? target.slice(0, target.lastIndexOf('/')) : target
  return (await Debtor.exists({ _id: id })) ? id : null
}

function entryOf(restraint: RestraintDocument): Omit<EventEntry, 'id'> {
  const { kind, scope, reason, until, issuedUntil, lifted, by, at } = restraint
  return {
    at: new Date(lifted ? lifted.at : at),
    kind: entryKind(restraint),
    author: lifted ? (lifted.by as string) : by,
    values: issuedUntil
      ? { date: issuedUntil }
      : lifted
        ? { scope: kind === 'hold' ? '' : scope }
        : { scope, reason, until: until ?? null },
  }
}

function entryKind({ kind, scope, lifted }: RestraintDocument): EventKind {
  if (kind === 'exclusion') return lifted ? 'exclusion-lifted' : 'exclusion-set'
  if (scope === 'insolvency') return lifted ? 'insolvency-ended' : 'insolvency-begun'
  if (scope === 'invoice') return lifted ? 'invoice-released' : 'invoice-held'
  return lifted ? 'debtor-released' : 'debtor-held'
}

async function recheck(debtor: string, { ports }: Operator): Promise<void> {
  const desk = await Desk.findById(debtor, { messages: 1 }).lean()
  if (desk && desk.messages.length > 0) await ports.files.recheck(debtor)
}

/** Files told at the same time. */
const atOnce = 16

/** Tells the files that wait in a hold that it is over, unless another holds them. */
async function releaseFiles(restraint: RestraintDocument, operator: Operator): Promise<void> {
  const { scope, target } = restraint
  const queue = await Item.find(
    { 'course.held': true, 'course.status': { $ne: 'ended' }, ...within(scope, target) },
    { entity: 1, segment: 1, debtor: 1, issueDate: 1 },
  ).lean<Pick<ItemDocument, '_id' | 'entity' | 'segment' | 'debtor' | 'issueDate'>[]>()
  const work = async () => {
    for (let item = queue.pop(); item; item = queue.pop()) {
      if ((await holdOn(item)) === null) await release(item, restraint, operator)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

function within(scope: RestraintDocument['scope'], target: string): Record<string, string> {
  if (scope === 'everything') return {}
  return { [scope === 'insolvency' ? 'debtor' : scope === 'ledger' ? 'entity' : scope]: target }
}

async function release(
  item: Pick<ItemDocument, '_id' | 'entity' | 'debtor'>,
  restraint: RestraintDocument,
  { ports }: Operator,
): Promise<void> {
  const { lifted, at, by } = restraint
  const { at: since, by: author } = lifted ?? { at, by }
  const entry: EventEntry = {
    id: `${markOf(restraint)}:${item._id}:released`,
    ...{ at: new Date(since), kind: 'file-released', author: author as string, values: {} },
    happening: { type: 'RELEASED' },
  }
  await writeEntry(entry, item)
  await tellFile(entry, { item: item._id, ports })
}
