import { randomUUID } from 'node:crypto'
import type { Bearer } from '../../carrying/carrier-among.ts'
import { readCarrier } from '../../carrying/read-carrier.ts'
import type { EventKind } from '../../domain/event-kinds.ts'
import { Desk } from '../../models/desk.ts'
import { Event } from '../../models/event.ts'
import { insertNew } from '../../models/insert-new.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { holdOn } from '../../models/restraint.ts'
import type { CourseNote, Note, Trace } from '../../workflows/file-activities.ts'
import type { RunningVersion } from '../scenario-store.ts'
import type { Services } from '../services.ts'
import { countFlow } from './count-flow.ts'
import { keepTurns, speaksFrom } from './keep-turns.ts'
import { keepParkedTask } from './parked-task.ts'
import { stepLabel } from './step-label.ts'
import { withdrawTasks } from './withdraw-tasks.ts'

/** A timeline entry that the activity itself adds; `id` is unique within the file's life. */
export interface OwnNote {
  readonly id: string
  readonly at: string
  readonly kind: EventKind
  readonly node: string | null
  readonly values: Note['values']
}

interface Additions {
  readonly item: FileItem
  readonly version: RunningVersion
  readonly services: Pick<Services, 'registry' | 'signals'>
  readonly notes?: readonly OwnNote[]
  readonly course?: CourseNote
}

export type FileItem = Bearer & Pick<ItemDocument, 'entity' | 'segment'>

/** Writes down what a file has to tell: timeline, business events taken, where it stands. May be repeated. */
export async function applyTrace(
  trace: Trace,
  { item, version, services, notes = [], course }: Additions,
): Promise<void> {
  const own = await ownNotes(trace, item)
  const place = { trace, item, version, services }
  const whole = { ...trace.course, ...course }
  await insertNew(
    Event,
    [...own, ...notes].map((note) => entryOf(note, place)),
  )
  if (trace.course || course || trace.opening) {
    await stand(whole, place)
    await countFlow({ ...place, course: whole })
  }
  if (trace.course?.held) await releaseIfFree(item, services)
  if (trace.course?.parked !== undefined) {
    await keepParkedTask(trace.course.parked, { item, version, services })
  }
  const events = trace.acknowledged.filter(Boolean)
  if (item.course?.status === 'waiting-person' && trace.course?.visit !== undefined) {
    await withdrawTasks(item, { visit: trace.course.status === 'ended' ? null : trace.course.visit })
  }
  await keepTurns(trace, { item, course: whole, version, services })
  // An invoice that begins may carry the account of others whose messages wait for a word.
  const mayCarry = trace.opening && !trace.course?.carried
  if (mayCarry || events.length > 0) await tellDesk(item.debtor, services)
  if (events.length > 0) await Event.updateMany({ _id: { $in: events } }, { $set: { acknowledged: true } })
}

/** A step that stands aside is told with the invoice that carries the account at that moment. */
async function ownNotes({ notes }: Trace, item: FileItem): Promise<OwnNote[]> {
  const carrier = notes.some(({ kind }) => kind === 'step-carried') ? await readCarrier(item) : null
  const told = carrier && { carrier: carrier.number, carrierDue: carrier.dueDate }
  return notes.map(({ n, ...note }) => ({
    ...note,
    id: String(n),
    values: note.kind === 'step-carried' ? { ...note.values, ...told } : note.values,
  }))
}

/**
 * A hold may be lifted while a file learns of it: whoever lifts it tells the files that are written down as held, and a file
 * written down as held looks whether it still is. One of the two sees the other.
 */
async function releaseIfFree(item: FileItem, { signals }: Pick<Services, 'signals'>): Promise<void> {
  if ((await holdOn(item)) !== null) return
  await signals.happen(item._id, { event: `free:${randomUUID()}`, happening: { type: 'RELEASED' } })
}

/** What has happened may take an invoice out of a message that waits. */
async function tellDesk(debtor: string, { signals }: Pick<Services, 'signals'>): Promise<void> {
  const desk = await Desk.findById(debtor).lean()
  if (desk && desk.messages.length > 0) await signals.recheck(debtor)
}

type Place = Omit<Additions, 'notes' | 'course'> & { readonly trace: Trace }

function entryOf(note: OwnNote, { trace, item, version, services }: Place) {
  const { document } = version
  const label = stepLabel(note.node, { document, registry: services.registry })
  const isOnVersion = note.kind === 'file-started' || note.kind === 'file-moved'
  const opening = isOnVersion ? { scenario: document.name, version: version.version } : {}
  return {
    _id: `file:${item._id}:${trace.life}:${note.id}`,
    at: new Date(note.at),
    kind: note.kind,
    author: 'scenario',
    entity: item.entity,
    invoice: item._id,
    debtor: item.debtor,
    node: note.node,
    values: { ...(label && { label }), ...opening, ...note.values },
  }
}

/** Keeps the projection; a step entered anew gets a new `since`. */
async function stand(course: CourseNote, { trace, item, version, services }: Place): Promise<void> {
  const { document, hash, scenario } = version
  const { nextAt, node, since, carried } = course
  const labelOf = (id: string | null | undefined) => stepLabel(id, { document, registry: services.registry })
  const fields = {
    ...course,
    ...(node !== undefined && { label: labelOf(node), hasContacts: speaksFrom(node, version) }),
    ...(carried && { carried: { ...carried, at: new Date(carried.at) } }),
    ...(since !== undefined && { since: new Date(since) }),
    ...(course.lastOutcome && item.course?.node && { lastActed: item.course.node }),
    ...(nextAt !== undefined && { nextAt: nextAt === null ? null : new Date(nextAt) }),
  }
  const pinned = { scenario, scenarioName: document.name, version: version.version, hash }
  if (item.course && !trace.opening) {
    const moved = item.course.hash !== hash && { ...pinned, label: labelOf(item.course.node) }
    const set = Object.fromEntries(
      Object.entries({ ...moved, ...fields }).map(([name, value]) => [`course.${name}`, value]),
    )
    await Item.updateOne({ _id: item._id, course: { $ne: null } }, { $set: set })
    return
  }
  const { reminders = 0, lastReminderAt = null, lastReminderKey = null } = item.course ?? {}
  const whole = {
    ...pinned,
    ...{ node: null, visit: 0, label: '', since: null, nextAt: null, status: 'running', parked: null },
    ...{ reminders, lastReminderAt, lastReminderKey, lastOutcome: '', lastActed: null, held: false },
    ...{ hasContacts: false, carried: null },
    ...fields,
  }
  await Item.updateOne({ _id: item._id }, { $set: { course: whole } })
}
