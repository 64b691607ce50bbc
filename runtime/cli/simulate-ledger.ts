import type { Medium } from '@relance/sdk/define-node'
import type { Facts } from '@relance/sdk/facts'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { Temporal } from 'temporal-polyfill'
import { holidaysOf } from '../domain/calendar/holidays-of.ts'
import type { DebtorRow } from '../imports/rows/debtor-row.ts'
import type { ItemRow } from '../imports/rows/item-row.ts'
import { metaOf } from '../machine/describe.ts'
import { type Simulation, simulate } from '../machine/simulate.ts'
import type { SimulatedFile } from '../machine/simulated-file.ts'
import type { CompiledScenario } from '../machine/types.ts'
import type { WhatIf } from '../machine/what-if.ts'

export interface LedgerQuery {
  readonly compiled: CompiledScenario
  readonly document: ScenarioDocument
  readonly items: readonly ItemRow[]
  /** Segment, country and language of customers, where known. */
  readonly debtors: readonly DebtorRow[]
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string
  readonly until: string
  readonly whatIf: WhatIf
  readonly progress?: (done: number, total: number) => void
}

export type Contacts = Partial<Record<Medium, number>>

export interface LedgerSimulation {
  readonly simulated: number
  /** Open invoices of a segment that the scenario is not for. */
  readonly others: number
  /** By the Monday that the week begins on, in order; weeks without a contact are left out. */
  readonly weeks: readonly { readonly week: string; readonly contacts: Contacts }[]
  readonly totals: Contacts
  readonly ends: Readonly<Partial<Record<Simulation['end'], number>>>
}

const zone = 'Europe/Paris'

/** Plays every open invoice of a ledger. What falls on one day for one customer by one medium is one contact. */
export function simulateLedger(query: LedgerQuery): LedgerSimulation {
  const { document, items, progress } = query
  const debtors = new Map(query.debtors.map((debtor) => [debtor.id, debtor]))
  const segmentOf = (item: ItemRow) => item.segment ?? debtors.get(item.debtor)?.segment ?? null
  const open = items.filter((item) => item.type === 'invoice' && openOf(item) > 0)
  const ours = open.filter((item) => {
    const segment = segmentOf(item)
    return document.segment === null || segment === null || segment === document.segment
  })
  const accounts = accountsOf(items)
  const contacts = new Set<string>()
  const ends: Partial<Record<Simulation['end'], number>> = {}
  for (const [index, item] of ours.entries()) {
    const { trace, end } = simulateItem(item, {
      query,
      account: accounts.get(item.debtor),
      debtor: debtors.get(item.debtor),
    })
    ends[end] = (ends[end] ?? 0) + 1
    for (const { at, what, node } of trace) {
      const medium = what === 'outcome' && node ? metaOf(query.compiled, node)?.medium : undefined
      if (medium) contacts.add(`${dayOf(at)}/${medium}/${item.debtor}`)
    }
    progress?.(index + 1, ours.length)
  }
  return { simulated: ours.length, others: open.length - ours.length, ...countContacts(contacts), ends }
}

function simulateItem(
  item: ItemRow,
  { query, account, debtor }: { query: LedgerQuery; account: SimulatedFile['account']; debtor: DebtorRow | undefined },
): Simulation {
  const { compiled, document, whatIf, from, until } = query
  const { number, amount, currency, issueDate, dueDate } = item
  const country = debtor?.country ?? 'FR'
  const enrolled = [from, issueDate].sort()[1]!
  return simulate({
    compiled,
    policy: document.policy,
    file: {
      invoice: { number, amount, open: openOf(item), currency, issueDate, dueDate },
      debtor: {
        id: item.debtor,
        segment: item.segment ?? debtor?.segment ?? document.segment ?? 'pme',
        country,
        language: debtor?.language ?? 'fr',
        meanDelay: 0,
      },
      entity: { code: item.entity },
      account,
    },
    zone,
    holidays: holidaysOf({ country }),
    from: midnight(enrolled),
    until: midnight(Temporal.PlainDate.from(until).add({ days: 1 }).toString()),
    whatIf,
  })
}

/** The open amount; a file that does not tell it means the whole. */
function openOf({ open, amount }: ItemRow): number {
  return open ?? amount
}

/** Each customer's account on a day, credit notes and unmatched payments deducted, as if nothing else were paid. */
function accountsOf(items: readonly ItemRow[]): Map<string, (today: string) => Facts['account']> {
  const byDebtor = new Map<string, ItemRow[]>()
  for (const item of items) {
    const own = byDebtor.get(item.debtor)
    if (own) own.push(item)
    else byDebtor.set(item.debtor, [item])
  }
  return new Map(
    [...byDebtor].map(([debtor, own]) => [
      debtor,
      (today: string) => {
        const due = own.filter(({ dueDate }) => dueDate < today)
        return {
          balance: own.reduce((sum, item) => sum + openOf(item), 0),
          overdue: due.reduce((sum, item) => sum + openOf(item), 0),
          overdueInvoices: due.filter((item) => item.type === 'invoice' && openOf(item) > 0).length,
        }
      },
    ]),
  )
}

function countContacts(contacts: ReadonlySet<string>): Pick<LedgerSimulation, 'weeks' | 'totals'> {
  const weeks = new Map<string, Contacts>()
  const totals: Contacts = {}
  for (const contact of [...contacts].sort()) {
    const [day, medium] = contact.split('/') as [string, Medium]
    const monday = mondayOf(day)
    const week = weeks.get(monday) ?? {}
    weeks.set(monday, week)
    week[medium] = (week[medium] ?? 0) + 1
    totals[medium] = (totals[medium] ?? 0) + 1
  }
  return { weeks: [...weeks].map(([week, counted]) => ({ week, contacts: counted })), totals }
}

function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

function midnight(date: string): string {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString()
}
