import { Debtor } from '../../models/debtor.ts'
import { Entity } from '../../models/entity.ts'
import { Item } from '../../models/item.ts'

let count = 0

/** A selling entity with all that a letter must carry. */
export async function writeEntity(): Promise<void> {
  await Entity.create({
    ...{ _id: 'CORV', name: 'Ateliers Corvane', legalName: 'Ateliers Corvane', legalForm: 'SAS', capital: '250 000 €' },
    ...{ siren: '523417806', rcs: 'Lille Métropole', address: '18 rue des Tanneurs, 59000 Lille' },
    ...{ iban: 'FR7630004000031234567890143', bic: 'BNPAFRPP', email: 'comptabilite@corvane.example' },
    phone: '03 20 00 14 50',
    collector: { name: 'Nadia Ferrand', email: 'nadia.ferrand@corvane.example', phone: '03 20 00 14 52' },
  })
}

/** A customer with one contact in accounts payable; returns its id and that address. */
export async function writeDebtor(changes: Record<string, unknown> = {}): Promise<{ id: string; address: string }> {
  const code = `C${++count}-${process.pid}`
  const address = `compta-${code.toLowerCase()}@talbot.example`
  await Debtor.create({
    ...{ _id: `CORV:${code}`, entity: 'CORV', code, name: 'Menuiserie Talbot', segment: 'pme' },
    contacts: [{ role: 'accounts-payable', name: 'Hélène Brossard', email: address, phone: '05 56 00 00 01' }],
    ...changes,
  })
  return { id: `CORV:${code}`, address }
}

/** An invoice of 1 000.00 EUR that fell due `late` days ago; returns its id. */
export async function writeInvoice(
  debtor: string,
  { late = 12, ...changes }: { late?: number } & Record<string, unknown> = {},
): Promise<string> {
  const number = `FA-${++count}-${process.pid}`
  const _id = `CORV:${number}:2026`
  await Item.create({
    ...{ _id, entity: 'CORV', number, type: 'invoice', debtor, debtorCode: debtor.slice(5) },
    ...{ debtorName: 'Menuiserie Talbot', segment: 'pme', issueDate: day(-late - 30), dueDate: day(-late) },
    ...{ amount: 100_000, open: 100_000, currency: 'EUR' },
    ...changes,
  })
  return _id
}

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
}
