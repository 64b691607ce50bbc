import type { KnownContact, KnownDebtor } from '../ledger.ts'
import type { ContactRow } from '../rows/contact-row.ts'
import type { ReadRow } from '../rows/read-row.ts'
import { differences, type Outcome, OutcomeBuilder } from './outcome.ts'

/**
 * What a file of contacts changes: the lines of one customer and role, taken together, replace what that role had, so that a
 * person who left is written to no more. A person who opted out stays opted out. `mentioned` holds the customers' roles that
 * earlier batches of the same file have begun to replace.
 */
export function planContacts(
  rows: readonly ReadRow<ContactRow>[],
  ledger: { debtors: ReadonlyMap<string, KnownDebtor>; mentioned: Set<string> },
): Outcome {
  const outcome = new OutcomeBuilder()
  const wanted = new Map<string, KnownContact[]>()
  for (const { line, row } of rows) {
    const debtor = ledger.debtors.get(row.debtor)
    if (debtor === undefined) {
      outcome.reject(line, 'unknown-debtor', { code: row.debtorCode, entity: row.entity })
      continue
    }
    const known = debtor.contacts.find((contact) => sameAddress(contact, row))
    const contact = contactOf(row, known)
    if (known === undefined) outcome.created += 1
    else if (differences(known, contact) === null) outcome.unchanged += 1
    else outcome.changed += 1
    wanted.set(row.debtor, [...kept(wanted.get(row.debtor) ?? debtor.contacts, row, ledger.mentioned), contact])
    ledger.mentioned.add(roleKey(row))
  }
  for (const [id, contacts] of wanted) {
    const known = ledger.debtors.get(id)!
    const set = differences(known, { contacts: inOrder(contacts) })
    if (set) outcome.changes.debtors.push({ id, set })
  }
  return outcome
}

function kept(contacts: readonly KnownContact[], row: ContactRow, mentioned: ReadonlySet<string>): KnownContact[] {
  if (!mentioned.has(roleKey(row))) return contacts.filter(({ role }) => role !== row.role)
  return contacts.filter((contact) => !sameAddress(contact, row))
}

function contactOf(row: ContactRow, known: KnownContact | undefined): KnownContact {
  return {
    role: row.role,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    optedOut: row.optedOut || (known?.optedOut ?? false),
  }
}

function sameAddress(contact: KnownContact, row: ContactRow): boolean {
  return contact.role === row.role && (row.email !== '' ? contact.email === row.email : contact.phone === row.phone)
}

function roleKey(row: ContactRow): string {
  return `${row.debtor}/${row.role}`
}

const roleOrder = ['accounts-payable', 'buyer', 'escalation']

function inOrder(contacts: readonly KnownContact[]): KnownContact[] {
  return [...contacts].sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
}
