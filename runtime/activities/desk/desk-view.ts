import type { ContactRole } from '@relance/sdk/define-effect'
import { findStage } from '@relance/templates/stages'
import { holidaysOf } from '../../domain/calendar/holidays-of.ts'
import type { Ask } from '../../domain/desk/ask.ts'
import type { DebtorDocument } from '../../models/debtor.ts'
import { Desk } from '../../models/desk.ts'
import type { EntityDocument } from '../../models/entity.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import type { DeskRequest } from '../../workflows/protocol.ts'
import type { Contact } from '../account.ts'
import { findDebtor, findEntity } from '../file/find-item.ts'
import type { Services } from '../services.ts'

/** What a message keeps of each invoice that asked for it. */
export type MessageRequest = DeskRequest & {
  readonly invoice: string
  readonly number: string
  readonly workflow: string
}

/** Everything that the desk decides on, read at one moment. */
export interface DeskView {
  readonly debtor: DebtorDocument
  readonly entity: EntityDocument
  /** Open items of the debtor, and those that were asked about. */
  readonly items: ReadonlyMap<string, ItemDocument>
  readonly messages: readonly MessageDocument[]
  readonly lastContactAt: string | null
  readonly now: Date
}

/** Reads the desk of a debtor. `about` names items that may be paid by now. */
export async function readDesk(id: string, { about, now }: { about: readonly string[]; now: Date }): Promise<DeskView> {
  const [debtor, desk, open] = await Promise.all([
    findDebtor(id),
    Desk.findById(id).lean(),
    Item.find({ debtor: id, open: { $ne: 0 } }).lean<ItemDocument[]>(),
  ])
  const [entity, messages] = await Promise.all([
    findEntity(debtor.entity),
    desk && desk.messages.length > 0
      ? Message.find({ _id: { $in: desk.messages } }).lean<MessageDocument[]>()
      : ([] as MessageDocument[]),
  ])
  const items = new Map(open.map((item) => [item._id, item]))
  const asked = [...about, ...messages.flatMap(({ requests }) => requests.map(({ invoice }) => invoice as string))]
  const missing = [...new Set(asked)].filter((item) => !items.has(item))
  if (missing.length > 0) {
    for (const item of await Item.find({ _id: { $in: missing } }).lean<ItemDocument[]>()) items.set(item._id, item)
  }
  return { debtor, entity, items, messages, lastContactAt: desk?.lastContactAt?.toISOString() ?? null, now }
}

/** Whom a role reaches; undefined while nobody there has an address. */
export function contactOf({ debtor }: Pick<DeskView, 'debtor'>, role: ContactRole): Contact | undefined {
  return debtor.contacts.find((contact) => contact.role === role && contact.email !== '')
}

export function calendarOf({ debtor }: Pick<DeskView, 'debtor'>) {
  const { zone, country, postalCode, _id } = debtor
  return { zone, holidays: holidaysOf({ country, postalCode }), debtor: _id }
}

/** A request with what the pure decision needs to know of whom it would reach. */
export async function askOf(
  request: DeskRequest,
  view: DeskView,
  { scenarios }: Pick<Services, 'scenarios'>,
): Promise<Ask> {
  const contact = contactOf(view, request.role)
  const { policy } = (await scenarios.get(request.scenario)).document
  const stage = request.medium === 'email' ? findStage('email', request.template) : undefined
  return {
    ...request,
    address: contact?.email ?? '',
    language: contact?.language ?? view.debtor.language,
    currency: view.items.get(request.item)?.currency ?? view.entity.currency,
    legal: stage?.legal ?? false,
    minimumContactDelay: policy.minimumContactDelay,
    contactHours: policy.contactHours,
  }
}
