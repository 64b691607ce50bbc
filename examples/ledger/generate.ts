import { french } from './calendar.ts'
import { drawContacts, type LedgerContact } from './contacts.ts'
import { drawDebtors, type LedgerDebtor } from './debtors.ts'
import { drawFrom } from './draw.ts'
import { type EntityCode, entities } from './entities.ts'
import { drawGiant, drawItems, type LedgerItem } from './items.ts'

/** The four files of the demo ledger, as text: `;`, French headers, dates and amounts. */
export interface LedgerFiles {
  readonly debtors: string
  readonly contacts: string
  readonly items: string
  readonly payments: string
}

interface LedgerWish {
  readonly today: string
  readonly seed?: number
  /** Leads every item's number, so that two ledgers can stand side by side. */
  readonly prefix?: string
}

/** The ledger of two invented companies as it stands on the morning of `today` (`YYYY-MM-DD`); the same for the same seed. */
export function generateLedger({ today, seed = 134, prefix = '' }: LedgerWish): LedgerFiles {
  const taken = new Set<string>()
  const books = entities.map(({ code }, index) => drawBook(code, { today, taken, prefix, seed: seed + index }))
  return {
    debtors: csv([debtorHeaders, ...books.flatMap(({ debtors }) => debtors.map(debtorRow))]),
    contacts: csv([contactHeaders, ...books.flatMap(({ contacts }) => contacts.map(contactRow))]),
    items: csv([itemHeaders, ...books.flatMap(({ items }) => items.map(itemRow))]),
    payments: csv([paymentHeaders, ...books.flatMap(({ items }) => paymentRows(items))]),
  }
}

function drawBook(
  entity: EntityCode,
  { today, taken, seed, prefix }: { today: string; taken: Set<string>; seed: number; prefix: string },
) {
  const draw = drawFrom(seed)
  const debtors = drawDebtors(entity, { draw, taken })
  const contacts = debtors.flatMap((debtor) => drawContacts(debtor, draw))
  const items = debtors.flatMap((debtor) => drawItems(debtor, { draw, today }))
  const large = debtors.filter(({ segment }) => segment === 'key-account').slice(0, entity === 'AMC' ? 4 : 1)
  items.push(...large.map((debtor) => drawGiant(debtor, { draw, today })))
  return { debtors, contacts, items: numbered(items, { entity, prefix }) }
}

/** Numbers follow the dates and begin again every year, with a series of their own for credit notes. */
function numbered(
  items: readonly LedgerItem[],
  { entity, prefix }: { entity: EntityCode; prefix: string },
): LedgerItem[] {
  const counters = new Map<string, number>()
  const sorted = [...items].sort((a, b) => (a.issueDate < b.issueDate ? -1 : a.issueDate > b.issueDate ? 1 : 0))
  for (const item of sorted) {
    const letters = item.type === 'avoir' ? 'AV' : entity === 'AMC' ? 'FA' : 'SV'
    const series = `${prefix}${letters}${item.issueDate.slice(2, 4)}`
    const count = (counters.get(series) ?? 0) + 1
    counters.set(series, count)
    item.number = `${series}-${String(count).padStart(4, '0')}`
  }
  return sorted
}

const segmentWords = { tpe: 'TPE', pme: 'PME', eti: 'ETI', 'key-account': 'Grand compte' } as const

const debtorHeaders = [
  'Entité',
  'Code client',
  'Raison sociale',
  'SIREN',
  'Segment',
  'Adresse',
  'Code postal',
  'Ville',
  'Pays',
  'Langue',
  'Chargé de recouvrement',
  'Commercial',
]
function debtorRow(debtor: LedgerDebtor): string[] {
  const { entity, code, name, siren, segment, street, postalCode, city, country, language, salesperson } = debtor
  const collector = entities.find((known) => known.code === entity)!.collector.name
  return [
    entity,
    code,
    name,
    siren,
    segmentWords[segment],
    street,
    postalCode,
    city,
    country,
    language,
    collector,
    salesperson,
  ]
}

const contactHeaders = [
  'Entité',
  'Code client',
  'Rôle',
  'Nom du contact',
  'E-mail',
  'Téléphone',
  'Langue',
  'Ne plus contacter',
]
function contactRow({ debtor, role, name, email, phone, optedOut }: LedgerContact): string[] {
  return [debtor.entity, debtor.code, role, name, email, phone, debtor.language, optedOut ? 'oui' : 'non']
}

const itemHeaders = [
  'Entité',
  'Code client',
  'Type',
  'N° pièce',
  'Date de pièce',
  'Échéance',
  'Montant TTC',
  'Solde',
  'Devise',
  'Date de règlement',
  'Affaire',
]
function itemRow({
  debtor,
  type,
  number,
  issueDate,
  dueDate,
  amount,
  open,
  paidDate,
  businessCase,
}: LedgerItem): string[] {
  const paid = paidDate ? french(paidDate) : ''
  const amounts = [euros(amount), euros(open), 'EUR']
  return [debtor.entity, debtor.code, type, number, french(issueDate), french(dueDate), ...amounts, paid, businessCase]
}

const paymentHeaders = ['Entité', 'Code client', 'N° facture', 'Montant réglé', 'Date de règlement', 'Référence']
function paymentRows(items: readonly LedgerItem[]): string[][] {
  const dated = items.flatMap((item) => item.payments.map((payment) => ({ item, payment })))
  dated.sort((a, b) => (a.payment.date < b.payment.date ? -1 : a.payment.date > b.payment.date ? 1 : 0))
  return dated.map(({ item, payment }) => {
    const { entity, code } = item.debtor
    const reference = `VIR ${code} ${payment.date.slice(2).replaceAll('-', '')}`
    return [entity, code, item.number, euros(payment.amount), french(payment.date), reference]
  })
}

function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => `${row.map((cell) => (/[;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`)
    .join('')
}
