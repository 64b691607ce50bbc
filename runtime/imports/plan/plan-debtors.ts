import type { KnownContact, KnownDebtor } from '../ledger.ts'
import { usualHabits } from '../rows/countries.ts'
import type { DebtorRow } from '../rows/debtor-row.ts'
import type { ReadRow } from '../rows/read-row.ts'
import { differences, type Outcome, OutcomeBuilder } from './outcome.ts'
import { searchName } from './search-name.ts'

/** What a file of customers changes: a cell left empty keeps what is known. */
export function planDebtors(
  rows: readonly ReadRow<DebtorRow>[],
  ledger: { debtors: ReadonlyMap<string, KnownDebtor> },
): Outcome {
  const outcome = new OutcomeBuilder()
  for (const { row } of rows) {
    const known = ledger.debtors.get(row.id)
    if (known === undefined) {
      outcome.changes.newDebtors.push({ ...blankDebtor(row), ...stated(row), contacts: contactsOf(row, []) })
      outcome.created += 1
      continue
    }
    const set = differences(known, {
      ...movedZone(row, known),
      ...stated(row),
      contacts: contactsOf(row, known.contacts),
    })
    if (set === null) outcome.unchanged += 1
    else {
      outcome.changes.debtors.push({ id: row.id, set })
      outcome.changed += 1
    }
  }
  return outcome
}

/** A customer of which only the name is known. */
export function blankDebtor(row: {
  readonly id: string
  readonly entity: string
  readonly code: string
  readonly name: string
  readonly country?: string | null
  readonly postalCode?: string
}): KnownDebtor {
  const country = row.country ?? 'FR'
  return {
    _id: row.id,
    entity: row.entity,
    code: row.code,
    name: row.name,
    searchName: searchName(row.name),
    siren: '',
    segment: 'pme',
    country,
    ...usualHabits({ country, postalCode: row.postalCode ?? '' }),
    addressLines: [],
    postalCode: '',
    city: '',
    collector: '',
    salesperson: '',
    excluded: false,
    minimums: [] as never,
    insolvency: null,
    insolvencySettled: true,
    segmentSettled: true,
    contacts: [],
    meanDelay: 0,
  }
}

/** A customer who moves overseas changes clocks, unless somebody chose the zone. */
function movedZone(row: DebtorRow, known: KnownDebtor): Pick<KnownDebtor, 'zone'> {
  if (known.zone !== usualHabits(known).zone) return { zone: known.zone }
  const country = row.country ?? known.country
  return { zone: usualHabits({ country, postalCode: row.postalCode || known.postalCode }).zone }
}

/** What the line states, without its empty cells. */
function stated(row: DebtorRow): Partial<KnownDebtor> {
  const {
    name,
    siren,
    segment,
    country,
    language,
    zone,
    addressLines,
    postalCode,
    city,
    collector,
    salesperson,
    excluded,
  } = row
  const cells = { siren, segment, country, language, zone, postalCode, city, collector, salesperson, excluded }
  const given = Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null && value !== ''))
  const lines = addressLines.length > 0 ? { addressLines: [...addressLines] } : {}
  return { ...given, ...lines, name, searchName: searchName(name) }
}

/** The address in a file of customers is that of accounts payable; a person who opted out stays opted out. */
function contactsOf(row: DebtorRow, known: readonly KnownContact[]): readonly KnownContact[] {
  if (row.contact === null) return known
  const { name, email, phone } = row.contact
  const accounting = known.filter(({ role }) => role === 'accounts-payable')
  const same = accounting.find((contact) => contact.email === email)
  const stated = {
    role: 'accounts-payable' as const,
    name: name || same?.name || '',
    email,
    phone: phone || same?.phone || '',
    language: same?.language ?? null,
    optedOut: same?.optedOut ?? false,
  }
  const others = known.filter(({ role }) => role !== 'accounts-payable')
  return same ? known.map((contact) => (contact === same ? stated : contact)) : [stated, ...others]
}
