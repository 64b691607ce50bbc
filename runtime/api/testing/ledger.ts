import { Debtor } from '../../models/debtor.ts'
import { Entity } from '../../models/entity.ts'
import { Item } from '../../models/item.ts'
import { Message } from '../../models/message.ts'
import { Task } from '../../models/task.ts'

/** One French entity with two customers, as small as a test needs it. */
export async function writeCompany(): Promise<void> {
  await Entity.create({ _id: 'FR', name: 'Aubrac', legalName: 'Aubrac SAS', email: 'compta@aubrac.example' })
  await Debtor.create([
    { _id: 'FR:C1', entity: 'FR', code: 'C1', name: 'Menuiserie Éloïse', siren: '732829320', segment: 'pme' },
    { _id: 'FR:C2', entity: 'FR', code: 'C2', name: 'Garage du Pont', siren: '404833048', segment: 'tpe' },
  ])
}

let count = 0

/** An open invoice of 1 000.00 EUR, due on 1 March 2026; returns its id. */
export async function writeInvoice(changes: Record<string, unknown> = {}): Promise<string> {
  count += 1
  const debtor = (changes.debtor as string | undefined) ?? 'FR:C1'
  const number = (changes.number as string | undefined) ?? `F-${count}`
  const _id = `FR:${number}:2026`
  await Item.create({
    _id,
    entity: 'FR',
    number,
    type: 'invoice',
    debtor,
    debtorCode: debtor.slice(3),
    debtorName: debtor === 'FR:C1' ? 'Menuiserie Éloïse' : 'Garage du Pont',
    segment: debtor === 'FR:C1' ? 'pme' : 'tpe',
    issueDate: '2026-01-30',
    dueDate: '2026-03-01',
    amount: 100_000,
    open: 100_000,
    currency: 'EUR',
    ...changes,
  })
  return _id
}

/** An open call about these invoices; returns its id. */
export async function writeCall(invoices: readonly string[], changes: Record<string, unknown> = {}): Promise<string> {
  count += 1
  const _id = `call:FR:C1:${count}`
  await Task.create({
    _id,
    kind: 'call',
    state: 'open',
    entity: 'FR',
    debtor: 'FR:C1',
    debtorCode: 'C1',
    debtorName: 'Menuiserie Éloïse',
    segment: 'pme',
    assignee: 'collector',
    title: 'Appel de relance',
    script: 'Bonjour',
    requests: invoices.map((invoice) => ({ invoice, number: invoice.split(':')[1], node: 'call', visit: 3, level: 2 })),
    outcomes: ['no-answer', 'promise', 'dispute'].map((port) => ({ port, words: { fr: port, en: port } })),
    createdAt: new Date('2026-03-16T08:00:00Z'),
    dueAt: new Date('2026-03-16T08:00:00Z'),
    ...changes,
  })
  return _id
}

/** A prepared e-mail that waits for confirmation; returns its id. */
export async function writeMessage(invoice: string, changes: Record<string, unknown> = {}): Promise<string> {
  count += 1
  const _id = `message-${count}`
  await Message.create({
    _id,
    entity: 'FR',
    debtor: 'FR:C1',
    debtorCode: 'C1',
    debtorName: 'Menuiserie Éloïse',
    segment: 'pme',
    state: 'to-confirm',
    medium: 'email',
    role: 'accounts-payable',
    template: 'firm-reminder',
    language: 'fr',
    currency: 'EUR',
    level: 2,
    to: { name: 'Paul', address: 'paul@client.example' },
    subject: 'Relance',
    html: '<p>Bonjour</p>',
    text: 'Bonjour',
    items: [{ invoice, number: invoice.split(':')[1], level: 1 }],
    requests: [{ invoice, number: invoice.split(':')[1], node: 'mail', visit: 1, level: 2 }],
    overdue: { EUR: 100_000 },
    createdAt: new Date('2026-03-16T08:00:00Z'),
    ...changes,
  })
  return _id
}
