import type { z } from 'zod'
import type { Debtor as DebtorView, debtorPageSchema, debtorQuerySchema } from '../contract/portfolio.ts'
import { type InForce, restraintId } from '../domain/desk/restraint.ts'
import { Debtor, type DebtorDocument } from '../models/debtor.ts'
import { Item } from '../models/item.ts'
import { contactTarget, restraintsInForce } from '../models/restraint.ts'
import { todays } from './calendar-day.ts'
import { type DirectoryEntry, findDebtors } from './debtor-directory.ts'
import { insolvencyView } from './insolvency/insolvency-view.ts'
import type { Operator } from './ports.ts'
import { RefusedError } from './refused-error.ts'
import { sortField } from './sort-field.ts'

type DebtorQuery = z.output<typeof debtorQuerySchema>
type DebtorPage = z.output<typeof debtorPageSchema>

interface Account {
  readonly open: Record<string, number>
  readonly overdue: Record<string, number>
}

const sorts = { name: 'name', code: 'code', open: 'open', overdue: 'overdue' } as const
const nothing: Account = { open: {}, overdue: {} }

/** Customers with what they owe, credit notes and unmatched payments deducted. */
export async function listDebtors(query: DebtorQuery, { ports }: Pick<Operator, 'ports'>): Promise<DebtorPage> {
  const sort = sortField(query.sort, { sorts, usual: 'name' })
  const today = (await todays(ports.now()))(query.entity)
  const found = await findDebtors(query)
  const field = sort.replace('-', '') as keyof typeof sorts
  const totals = field === 'open' || field === 'overdue' ? await readTotals(field, today) : undefined
  const value = (entry: DirectoryEntry) => (totals ? (totals.get(entry.id) ?? 0) : entry[field as 'name' | 'code'])
  const page = sorted(found, { value, descending: sort.startsWith('-') }).slice(
    query.offset,
    query.offset + query.limit,
  )
  const ids = page.map(({ id }) => id)
  const [debtors, accounts] = await Promise.all([
    Debtor.find({ _id: { $in: ids } }).lean<DebtorDocument[]>(),
    readAccounts({ debtor: { $in: ids }, open: { $ne: 0 } }, today),
  ])
  const byId = new Map(debtors.map((debtor) => [debtor._id, debtor]))
  const exclusions = await restraintsInForce(debtors.flatMap(exclusionIds))
  const items = ids
    .flatMap((id) => byId.get(id) ?? [])
    .map((debtor) => debtorView(debtor, { account: accounts.get(debtor._id), exclusions }))
  return { items, total: found.length }
}

/** One customer; refused as `not-found`. */
export async function readDebtor(id: string, { ports }: Pick<Operator, 'ports'>): Promise<DebtorView> {
  const debtor = await Debtor.findById(id).lean<DebtorDocument>()
  if (!debtor) throw new RefusedError('not-found', { values: { id } })
  const today = (await todays(ports.now()))(debtor.entity)
  const accounts = await readAccounts({ debtor: id, open: { $ne: 0 } }, today)
  const exclusions = await restraintsInForce(exclusionIds(debtor))
  return debtorView(debtor, { account: accounts.get(id), exclusions })
}

function sorted(
  entries: readonly DirectoryEntry[],
  { value, descending }: { value: (entry: DirectoryEntry) => string | number; descending: boolean },
): DirectoryEntry[] {
  const direction = descending ? -1 : 1
  const keyed = entries.map((entry) => ({ entry, value: value(entry) }))
  keyed.sort((a, b) =>
    a.value < b.value ? -direction : a.value > b.value ? direction : a.entry.id < b.entry.id ? -1 : 1,
  )
  return keyed.map(({ entry }) => entry)
}

/** What each debtor owes, only to put them in order: amounts of several currencies are not really added. */
async function readTotals(field: 'open' | 'overdue', today: string): Promise<Map<string, number>> {
  const late = field === 'overdue' && { dueDate: { $lt: today } }
  const totals = await Item.aggregate<{ _id: string; amount: number }>([
    { $match: { open: { $ne: 0 }, ...late } },
    { $group: { _id: '$debtor', amount: { $sum: '$open' } } },
  ])
  return new Map(totals.map(({ _id, amount }) => [_id, amount]))
}

async function readAccounts(filter: Record<string, unknown>, today: string): Promise<Map<string, Account>> {
  const sums = await Item.aggregate<{ _id: { debtor: string; currency: string }; open: number; overdue: number }>([
    { $match: filter },
    {
      $group: {
        _id: { debtor: '$debtor', currency: '$currency' },
        open: { $sum: '$open' },
        overdue: { $sum: { $cond: [{ $lt: ['$dueDate', today] }, '$open', 0] } },
      },
    },
  ])
  const accounts = new Map<string, Account>()
  for (const { _id, open, overdue } of sums) {
    const account = accounts.get(_id.debtor) ?? { open: {}, overdue: {} }
    account.open[_id.currency] = open
    account.overdue[_id.currency] = overdue
    accounts.set(_id.debtor, account)
  }
  return accounts
}

function exclusionIds({ _id, contacts }: DebtorDocument): string[] {
  return contacts.flatMap(({ email }) => exclusionId(_id, email) ?? [])
}

function exclusionId(debtor: string, email: string): string | null {
  const target = contactTarget(debtor, email)
  return target && restraintId({ kind: 'exclusion', scope: 'contact', target })
}

function debtorView(
  debtor: DebtorDocument,
  { account = nothing, exclusions }: { account?: Account; exclusions: InForce },
): DebtorView {
  const { _id: id, entity, code, name, siren, segment, country, language, collector, salesperson, excluded } = debtor
  return {
    id,
    entity,
    code,
    name,
    siren,
    segment,
    country,
    language,
    address: { lines: debtor.addressLines, postalCode: debtor.postalCode, city: debtor.city, country },
    collector,
    salesperson,
    excluded,
    insolvency: insolvencyView(debtor),
    minimums: debtor.minimums,
    contacts: debtor.contacts.map(({ role, name, email, phone, language, optedOut }) => ({
      role,
      name,
      email,
      phone,
      language: language === 'fr' || language === 'en' ? language : null,
      optedOut,
      exclusion: [exclusionId(id, email)].find((known) => known !== null && exclusions.has(known)) ?? null,
    })),
    ...account,
  }
}
