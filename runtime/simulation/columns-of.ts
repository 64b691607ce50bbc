import type { Segment } from '@relance/sdk/facts'
import { spreadHash } from '../domain/calendar/spread.ts'
import type { Assumptions } from '../domain/conduct/assumptions.ts'
import type { Calendars } from './calendars.ts'
import { Dictionary } from './dictionary.ts'
import { ItemColumns, type LedgerItem, roles } from './item-columns.ts'
import type { DebtorColumns, LedgerColumns } from './ledger-columns.ts'
import { PayerHabits } from './payer-habits.ts'

/** A customer, as far as it is known. */
export interface LedgerDebtor {
  readonly id: string
  readonly segment: Segment | null
  readonly country: string | null
  readonly language: string | null
  readonly zone: string | null
  readonly postalCode: string
  readonly collector: string
  readonly salesperson: string
}

export interface ColumnsQuery {
  readonly items: readonly LedgerItem[]
  readonly debtors: readonly LedgerDebtor[]
  /** Only invoices of this segment are played; null for all. */
  readonly segment: Segment | null
  readonly assumptions: Pick<Assumptions, 'seed' | 'usual'>
  readonly calendars: Calendars
  /** Keeps the invoices' numbers, for a scenario that asks for them. */
  readonly numbered?: boolean
}

export interface LaidOut {
  readonly ledger: LedgerColumns
  /** Open invoices that the scenario is not for. */
  readonly otherInvoices: number
}

const home = { segment: 'pme', country: 'FR', language: 'fr', zone: 'Europe/Paris' } as const

/** Lays a ledger out in columns: the open invoices of a segment by debtor and due date, the rest of the accounts beside them. */
export function columnsOf({ items, assumptions, numbered = false, ...query }: ColumnsQuery): LaidOut {
  const known = new Map(query.debtors.map((debtor) => [debtor.id, debtor]))
  const columns = new ItemColumns(items.length)
  const owners = readItems(columns, { items, known, segment: query.segment })
  const habits = new PayerHabits(owners.length)
  for (let index = 0; index < items.length; index++) {
    columns.remember(index, { paidDate: items[index]!.paidDate, habits })
  }
  const files = columns.inOrder(roles.file, owners.length)
  const others = columns.inOrder(roles.other, owners.length)
  const debtors = emptyDebtors(owners.length, { firstFile: files.first, firstOther: others.first })
  const names = writeDebtors(debtors, { owners, known, calendars: query.calendars })
  habits.write(debtors, { segments: owners.map(({ segment }) => segment), usual: assumptions.usual })
  const ledger = {
    debtors,
    files: columns.files(files.order, { spread: debtors.spread, seed: assumptions.seed }),
    others: columns.others(others.order),
    names: { ...names, currency: columns.currencies.names },
    numbers: numbered ? Array.from(files.order, (index) => items[index]!.number) : null,
  }
  const isOtherInvoice = (index: number) => columns.isInvoice[index]! === 1 && columns.open[index]! > 0
  return { ledger, otherInvoices: others.order.filter(isOtherInvoice).length }
}

/** Who owns items of the ledger, with the segment that the customer, an item, or else the scenario tells. */
interface Owner {
  readonly id: string
  readonly entity: string
  readonly segment: Segment
}

function readItems(
  columns: ItemColumns,
  { items, known, segment: wanted }: Pick<ColumnsQuery, 'items' | 'segment'> & { known: Map<string, LedgerDebtor> },
): Owner[] {
  const ids = new Dictionary()
  const entities: string[] = []
  const segments: (Segment | null)[] = []
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!
    const owner = ids.of(item.debtor)
    if (owner === segments.length) {
      segments.push(known.get(item.debtor)?.segment ?? null)
      entities.push(item.entity)
    }
    const segment = item.segment ?? segments[owner]!
    segments[owner] = segment
    columns.read(index, { item, owner, isOurs: wanted === null || segment === null || segment === wanted })
  }
  return ids.names.map((id, index) => ({
    id,
    entity: entities[index]!,
    segment: segments[index] ?? wanted ?? home.segment,
  }))
}

function emptyDebtors(count: number, first: Pick<DebtorColumns, 'firstFile' | 'firstOther'>): DebtorColumns {
  const places = () => new Uint16Array(new SharedArrayBuffer(count * 2))
  const numbers = () => new Float64Array(new SharedArrayBuffer(count * 8))
  return {
    ...{ count, ...first, spread: new Uint32Array(new SharedArrayBuffer(count * 4)), calendar: places() },
    ...{ segment: places(), country: places(), language: places(), entity: places() },
    ...{ collector: places(), salesperson: places() },
    ...{ meanDelay: numbers(), mean: numbers(), deviation: numbers() },
  }
}

interface Writing {
  readonly owners: readonly Owner[]
  readonly known: ReadonlyMap<string, LedgerDebtor>
  readonly calendars: Calendars
}

function writeDebtors(columns: DebtorColumns, { owners, known, calendars }: Writing) {
  const [segments, countries, languages] = [new Dictionary(), new Dictionary(), new Dictionary()]
  const [entities, people] = [new Dictionary(), new Dictionary()]
  for (const [index, { id, entity, segment }] of owners.entries()) {
    const debtor = known.get(id)
    const country = debtor?.country ?? home.country
    columns.spread[index] = spreadHash(id)
    columns.calendar[index] = calendars.of({
      ...{ country, zone: debtor?.zone ?? home.zone, postalCode: debtor?.postalCode ?? '' },
    })
    columns.segment[index] = segments.of(segment)
    columns.country[index] = countries.of(country)
    columns.language[index] = languages.of(debtor?.language ?? home.language)
    columns.entity[index] = entities.of(entity)
    columns.collector[index] = people.of(debtor?.collector ?? '')
    columns.salesperson[index] = people.of(debtor?.salesperson ?? '')
  }
  return {
    segment: segments.names,
    country: countries.names,
    language: languages.names,
    entity: entities.names,
    person: people.names,
  }
}
