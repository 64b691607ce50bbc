import type { EventKind } from '../../domain/event-kinds.ts'
import { Desk } from '../../models/desk.ts'
import { Event } from '../../models/event.ts'
import { insertNew } from '../../models/insert-new.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { Services } from '../services.ts'
import type { MessageRequest } from './desk-view.ts'

type Values = Readonly<Record<string, string | number | boolean | null>>

export interface Telling {
  readonly message: Pick<MessageDocument, '_id' | 'entity' | 'debtor'>
  readonly requests: readonly MessageRequest[]
  readonly at: Date
  readonly by?: string
}

/** Writes one entry on the timeline of each invoice of a message; `mark` tells entries of one kind apart. */
export async function writeOnTimelines(
  kind: EventKind,
  values: Values,
  { message, requests, at, by = 'desk', mark = '' }: Telling & { readonly mark?: string },
): Promise<void> {
  const entries = requests.map(({ invoice, node, visit, round }) => ({
    _id: `message:${message._id}:${kind}:${invoice}:${visit}:${round}:${mark}`,
    ...{ at, kind, author: by, entity: message.entity, invoice, debtor: message.debtor },
    ...{ node, message: message._id, values },
  }))
  await insertNew(Event, entries)
}

/** Tells every invoice how its step ended. A file that has gone on ignores it. */
export async function answerAll(
  requests: readonly MessageRequest[],
  answer: { readonly outcome: string; readonly reason?: string; readonly carrier?: string },
  { signals }: Pick<Services, 'signals'>,
): Promise<void> {
  await Promise.all(requests.map(({ invoice, node, visit }) => signals.answer(invoice, { node, visit, ...answer })))
}

/** What a message never leaves again, whatever a worker that was thought dead still writes. */
const final: readonly MessageDocument['state'][] = ['sent', 'cancelled', 'failed']

/** A change of state with its date and author; `set` holds what changes with it. */
export async function changeMessage(
  id: string,
  state: MessageDocument['state'],
  {
    at,
    by = 'desk',
    reason = null,
    set = {},
  }: { at: Date; by?: string; reason?: string | null; set?: Readonly<Record<string, unknown>> },
): Promise<void> {
  await Message.updateOne(
    { _id: id, state: { $nin: final } },
    { $set: { state, reason, ...set }, $push: { changes: { at, state, by, reason } } },
  )
}

/**
 * The message is done with: the desk forgets it. `contactAt` is set when it has reached somebody; with `frees` the desk, taken
 * for it, is free again.
 */
export async function forget(
  message: Pick<MessageDocument, '_id' | 'debtor'>,
  { task, contactAt, frees = false }: { task?: string; contactAt?: Date; frees?: boolean } = {},
): Promise<void> {
  await Desk.updateOne(
    { _id: message.debtor },
    {
      $pull: { messages: message._id, ...(task && { tasks: task }) },
      ...(contactAt && {
        $set: { lastContactAt: contactAt, lastMessage: message._id, ...(frees && { takenUntil: null }) },
      }),
    },
    { upsert: contactAt !== undefined },
  )
}
