import type { ContactRole } from '@relance/sdk/contact'
import { findStage } from '@relance/templates/stages'
import { restraintIdsAmong } from '../../carrying/carrier-among.ts'
import { holidaysOf } from '../../domain/calendar/holidays-of.ts'
import type { Ask } from '../../domain/desk/ask.ts'
import { explainDelay } from '../../domain/desk/explain-delay.ts'
import { type Concerned, type InForce, restraintIdsOn } from '../../domain/desk/restraint.ts'
import type { DebtorDocument } from '../../models/debtor.ts'
import { Desk } from '../../models/desk.ts'
import type { EntityDocument } from '../../models/entity.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { Message, type MessageDocument } from '../../models/message.ts'
import { contactTarget, restraintsInForce } from '../../models/restraint.ts'
import type { DeskRequest } from '../../workflows/protocol.ts'
import type { Contact } from '../account.ts'
import { findDebtor, findEntity } from '../file/find-item.ts'
import type { Services } from '../services.ts'
import { DeskTaken, isTaken } from './take-desk.ts'

/** What a message keeps of each invoice that asked for it. */
export type MessageRequest = DeskRequest & {
  readonly invoice: string
  readonly number: string
  readonly workflow: string
}

/** What the last look goes by, as the ledger has it at one moment. */
export interface Situation {
  readonly debtor: DebtorDocument
  /** Open items of the debtor, and those that were asked about. */
  readonly items: ReadonlyMap<string, ItemDocument>
  /** Ids of the holds and exclusions in force that may bear on what was asked. */
  readonly restraints: InForce
}

/** A debtor's account at one moment, with who writes to whom and when that was last done. */
export interface AccountView extends Situation {
  readonly entity: EntityDocument
  readonly lastContactAt: string | null
  readonly now: Date
}

/** Everything that the desk decides on: the account and the messages that wait. */
export interface DeskView extends AccountView {
  readonly messages: readonly MessageDocument[]
}

interface Reading {
  /** Items that may be paid by now. */
  readonly about: readonly string[]
  readonly now: Date
}

/** Reads the account of a debtor. */
export async function readAccount(id: string, reading: Reading): Promise<AccountView> {
  return accountOf(await Desk.findById(id).lean(), id, reading)
}

/** Reads the desk of a debtor. Throws DeskTaken while a file sends from it. */
export async function readDesk(id: string, { about, now }: Reading): Promise<DeskView> {
  const desk = await Desk.findById(id).lean()
  if (isTaken(desk, now)) throw new DeskTaken(id)
  const waiting = desk?.messages ?? []
  const messages = waiting.length > 0 ? await Message.find({ _id: { $in: waiting } }).lean<MessageDocument[]>() : []
  const account = await accountOf(desk, id, { about: [...about, ...messages.flatMap(itemsOf)], now })
  return { ...account, messages }
}

/** The items that a message speaks of. */
export function itemsOf({ requests }: Pick<MessageDocument, 'requests'>): string[] {
  return requests.map(({ invoice }) => invoice as string)
}

async function accountOf(
  desk: { readonly lastContactAt?: Date | null } | null,
  id: string,
  { about, now }: Reading,
): Promise<AccountView> {
  const situation = await readSituation(id, about)
  const entity = await findEntity(situation.debtor.entity)
  return { ...situation, entity, lastContactAt: desk?.lastContactAt?.toISOString() ?? null, now }
}

/** Reads what a last look at these items goes by. */
export async function readSituation(id: string, about: readonly string[]): Promise<Situation> {
  const [debtor, open] = await Promise.all([
    findDebtor(id),
    Item.find({ debtor: id, open: { $ne: 0 } }).lean<ItemDocument[]>(),
  ])
  const items = new Map(open.map((item) => [item._id, item]))
  const restraints = await restraintsInForce([...restraintIdsAbout(debtor, about), ...restraintIdsAmong(open)])
  const missing = [...new Set(about)].filter((item) => !items.has(item))
  if (missing.length > 0) {
    for (const item of await Item.find({ _id: { $in: missing } }).lean<ItemDocument[]>()) items.set(item._id, item)
  }
  return { debtor, items, restraints }
}

function restraintIdsAbout(debtor: DebtorDocument, items: readonly string[]): string[] {
  const contacts = debtor.contacts.map(({ email }) => email)
  return [
    ...contacts.flatMap((address) => restraintIdsOn(concernedBy(debtor, { item: null, issuedOn: null, address }))),
    ...[...new Set(items)].flatMap((item) =>
      restraintIdsOn(concernedBy(debtor, { item, issuedOn: null, address: '' })),
    ),
  ]
}

/** Whom a message about an item would reach, as restraints name it. */
export function concernedBy(
  { _id, entity, segment }: Pick<DebtorDocument, '_id' | 'entity' | 'segment'>,
  { item, issuedOn, address }: { item: string | null; issuedOn: string | null; address: string },
): Concerned {
  return { entity, segment, debtor: _id, item, issuedOn, contact: contactTarget(_id, address) }
}

/** Whom a role reaches; undefined while nobody there has an address. */
export function contactOf({ debtor }: Pick<AccountView, 'debtor'>, role: ContactRole): Contact | undefined {
  return debtor.contacts.find((contact) => contact.role === role && contact.email !== '')
}

export function calendarOf({ debtor }: Pick<AccountView, 'debtor'>) {
  const { zone, country, postalCode, _id } = debtor
  return { zone, holidays: holidaysOf({ country, postalCode }), debtor: _id }
}

/** Why a message waits, as its timeline says it. */
export function whyOf(reason: string | null, { debtor, lastContactAt, now }: AccountView) {
  return explainDelay({ reason, lastContactAt, now: now.toISOString(), zone: debtor.zone })
}

/** A request with what the pure decision needs to know of whom it would reach. */
export async function askOf(
  request: DeskRequest,
  view: AccountView,
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
