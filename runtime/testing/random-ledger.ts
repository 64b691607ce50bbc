import { segments } from '@relance/sdk/facts'
import { messageStates, taskStates } from '../contract/work.ts'
import { addDays } from '../domain/ageing/days-between.ts'
import { Debtor } from '../models/debtor.ts'
import { Entity } from '../models/entity.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Task } from '../models/task.ts'

/** The day on which random ledgers are looked at. */
export const ledgerDay = '2026-03-16'

interface LedgerSize {
  readonly items: number
  readonly debtors: number
  readonly messages: number
  readonly tasks: number
  readonly seed: number
}

interface Random {
  /** A whole number from 0, below `bound`. */
  readonly below: (bound: number) => number
  readonly oneOf: <T>(values: readonly T[]) => T
  readonly chance: (share: number) => boolean
}

const entities = ['FR', 'NORD'] as const
const words = ['Menuiserie', 'Garage', 'Éclairage', 'Transports', 'Boulangerie', 'Fonderie', 'Imprimerie', 'Ateliers']
const places = ['du Pont', 'Aubrac', 'Éloïse', 'des Tilleuls', 'Saint-Éloi', 'du Nord', 'Vasseur', 'de la Gare']
const scenarios = ['tpe', 'pme', 'eti', 'grands-comptes']

/** An invented ledger with every kind of item, message and task in it; the same for the same seed. */
export function randomLedger({ items, debtors, messages, tasks, seed }: LedgerSize) {
  const random = randomOf(seed)
  const customers = many(debtors, (index) => debtorOf(index, random))
  const pieces = many(items, (index) => itemOf(index, { customer: random.oneOf(customers), random }))
  return {
    entities: entities.map((code) => ({
      ...{ _id: code, name: code, legalName: `${code} SAS`, email: 'compta@aubrac.example' },
      ...{ currency: 'EUR', zone: 'Europe/Paris', terms: 30 },
    })),
    debtors: customers,
    items: pieces,
    messages: many(messages, (index) => messageOf(index, { item: random.oneOf(pieces), random })),
    tasks: many(tasks, (index) => taskOf(index, { item: random.oneOf(pieces), random })),
  }
}
export type RandomLedger = ReturnType<typeof randomLedger>

/** Writes it straight to its collections. */
export async function writeLedger(ledger: RandomLedger): Promise<void> {
  const parts = [
    [Entity, ledger.entities],
    [Debtor, ledger.debtors],
    [Item, ledger.items],
    [Message, ledger.messages],
    [Task, ledger.tasks],
  ] as const
  for (const [model, documents] of parts) {
    for (let at = 0; at < documents.length; at += 1_000)
      await model.collection.insertMany(documents.slice(at, at + 1_000) as never[])
  }
}

type RandomDebtor = ReturnType<typeof debtorOf>

function debtorOf(index: number, random: Random) {
  const entity = random.oneOf(entities)
  const code = `C${String(index).padStart(5, '0')}`
  const name = `${random.oneOf(words)} ${random.oneOf(places)} ${random.below(1_000)}`
  return {
    ...{ _id: `${entity}:${code}`, entity, code, name, siren: String(100_000_000 + random.below(899_999_999)) },
    ...{ segment: random.oneOf(segments), country: 'FR', language: 'fr', zone: 'Europe/Paris', searchName: '' },
    ...{ addressLines: ['12 rue des Tanneurs'], postalCode: '59000', city: 'Lille', excluded: false, meanDelay: 0 },
    ...{ insolvency: null, minimums: [] },
    ...{ collector: random.oneOf(['Nadia Ferrand', 'Paul Mercier']), salesperson: 'Inès Colin' },
    contacts: [
      {
        ...{ role: 'accounts-payable', name: 'Hélène Brossard', email: `compta@c${index}.example`, phone: '' },
        ...{ language: null, optedOut: false },
      },
    ],
  }
}

type RandomItem = ReturnType<typeof itemOf>

function itemOf(index: number, { customer, random }: { customer: RandomDebtor; random: Random }) {
  const issueDate = addDays(ledgerDay, -random.below(500))
  const dueDate = addDays(issueDate, random.oneOf([15, 30, 30, 45, 60]))
  const type = random.chance(0.92) ? 'invoice' : random.oneOf(['credit-note', 'payment', 'other'])
  const sign = type === 'credit-note' || type === 'payment' ? -1 : 1
  const amount = sign * (1_000 + random.below(random.chance(0.01) ? 9_000_000_000 : 2_000_000))
  const state = sign < 0 ? random.oneOf(['free', 'closed'] as const) : stateOf(random)
  const part = random.chance(0.1) ? Math.trunc(amount / 2) : amount
  const open = state === 'paid' || state === 'closed' ? 0 : part
  const number = `${random.oneOf(['FA', 'fa', 'F-2026'])}-${String(index).padStart(6, '0')}`
  const at = new Date(`${addDays(ledgerDay, -random.below(90))}T09:30:00Z`)
  return {
    ...{ _id: `${customer.entity}:${number}:${issueDate.slice(0, 4)}`, entity: customer.entity, number, type },
    ...{ debtor: customer._id, debtorCode: customer.code, debtorName: customer.name, segment: customer.segment },
    ...{ issueDate, dueDate, amount, open, currency: random.chance(0.97) ? 'EUR' : 'USD' },
    paidDate: state === 'paid' ? addDays(dueDate, random.below(60) - 10) : null,
    standing: state === 'disputed' || state === 'promised' || state === 'held' ? state : 'free',
    promise: state === 'promised' ? { id: `p${index}`, date: addDays(ledgerDay, 5), amount: open, at, by: 'x' } : null,
    dispute:
      state === 'disputed' || (state === 'held' && random.chance(0.3))
        ? { id: `d${index}`, reason: 'price', at, by: 'x', comment: '' }
        : null,
    ...{ held: state === 'held', brokenPromises: 0, outbox: [], statedOn: null, reopened: false, businessCase: '' },
    payments: open === amount ? [] : [{ id: `pay${index}`, amount: amount - open, closes: open === 0 }],
    course: random.chance(0.6) ? courseOf({ at, isParked: state === 'parked', isOver: open === 0, random }) : null,
  }
}

function stateOf(random: Random) {
  return random.chance(0.6)
    ? random.oneOf(['paid', 'paid', 'paid', 'closed'] as const)
    : random.oneOf(['free', 'free', 'free', 'disputed', 'promised', 'held', 'parked'] as const)
}

interface CourseTraits {
  readonly at: Date
  readonly isParked: boolean
  readonly isOver: boolean
  readonly random: Random
}

function courseOf({ at, isParked, isOver, random }: CourseTraits) {
  const scenario = random.oneOf(scenarios)
  return {
    ...{ scenario, scenarioName: scenario.toUpperCase(), version: 1, hash: `${scenario}-1`, node: 'wait', visit: 1 },
    ...{ label: 'Relance courtoise', since: at, nextAt: isOver ? null : at, reminders: 1, lastReminderAt: at },
    status: isParked ? 'parked' : isOver ? 'ended' : random.oneOf(['running', 'waiting-confirmation']),
    parked: isParked ? { node: 'mail', visit: 1, reason: 'no address' } : null,
    ...{ lastReminderKey: null, lastOutcome: '' },
  }
}

interface About {
  readonly item: RandomItem
  readonly random: Random
}

function messageOf(index: number, { item, random }: About) {
  const { entity, debtor, debtorCode, debtorName, segment, currency, open } = item
  const createdAt = new Date(Date.parse(`${ledgerDay}T12:00:00Z`) - random.below(200 * 86_400) * 1_000)
  const state = random.chance(0.9) ? 'sent' : random.oneOf(messageStates)
  const level = random.below(5)
  const text = 'Bonjour, sauf erreur de notre part, la facture ci-dessous reste à régler. '.repeat(10)
  return {
    ...{ _id: `m${index}`, entity, debtor, debtorCode, debtorName, segment, state, medium: 'email' },
    ...{ role: 'accounts-payable', template: 'courteous-reminder', templateHash: '', language: 'fr', currency, level },
    ...{ to: { name: 'Hélène Brossard', address: 'compta@client.example' }, subject: 'Votre facture' },
    ...{ html: `<p>${text}</p>`, text, overdue: { [currency]: open }, createdAt },
    requests: [{ invoice: item._id, number: item.number, workflow: 'w', node: 'mail', visit: 1, level }],
    items: [{ invoice: item._id, number: item.number, level }],
    plannedAt: random.chance(0.5) ? createdAt : null,
    sentAt: state === 'sent' ? new Date(createdAt.getTime() + 3_600_000) : null,
    ...{ providerId: null, reason: null, decision: null, decisionTold: true, changes: [] },
  }
}

function taskOf(index: number, { item, random }: About) {
  const { entity, debtor, debtorCode, debtorName, segment } = item
  const dueAt = new Date(Date.parse(`${ledgerDay}T08:00:00Z`) - random.below(90 * 1_440) * 60_000)
  const state = random.chance(0.3) ? 'open' : random.oneOf(taskStates)
  const level = random.below(5)
  return {
    ...{ _id: `t${index}`, kind: random.oneOf(['call', 'call', 'missing-contact', 'parked']), state, entity, debtor },
    ...{ debtorCode, debtorName, segment, assignee: 'collector', title: 'Appel de relance', script: 'Bonjour' },
    ...{ role: 'accounts-payable', level, priority: random.chance(0.1) ? 'high' : 'normal', contact: null },
    requests: [{ invoice: item._id, number: item.number, workflow: 'w', node: 'call', visit: 1, level }],
    ...{ outcomes: [], message: null, createdAt: dueAt, dueAt, outcome: null, told: true },
  }
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** Mulberry32: 32 bits of state, the same sequence everywhere. */
function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return { below, oneOf: (values) => values[below(values.length)]!, chance: (share) => next() < share }
}
