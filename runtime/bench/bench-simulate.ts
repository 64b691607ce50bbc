import { readFile } from 'node:fs/promises'
import { registry } from '@relance/nodes/registry'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { addDays } from '../domain/ageing/days-between.ts'
import { dayNumber } from '../domain/calendar/day-number.ts'
import { frenchHolidays } from '../domain/calendar/french-holidays.ts'
import { usualAssumptions } from '../domain/conduct/assumptions.ts'
import { compile } from '../machine/compile.ts'
import { AccountsByTable, type SimulationSetup } from '../simulation/accounts-by-table.ts'
import { Calendars } from '../simulation/calendars.ts'
import { columnsOf, type LedgerDebtor } from '../simulation/columns-of.ts'
import type { LedgerItem } from '../simulation/item-columns.ts'
import { simulateLedger, type Version } from '../simulation/simulate-ledger.ts'
import { emptyTally } from '../simulation/tally.ts'
import { plainAccount, tellStories } from '../testing/plain-account.ts'
import { seconds } from './bed.ts'
import { type Row, times } from './report.ts'

const million = 1_000_000
const budget = 10
const first = '2026-01-02'
const perDebtor = 4
/** Customers whose stories are laid beside those of the plain step. */
const sample = 25

/**
 * A year of the SME scenario over a ledger, from its items in memory to the figures by week, on all processors; then how the time grows
 * with invoices, months and steps. A sample of the stories must equal those of the plain step, which is the floor.
 */
export async function benchSimulate({ invoices = 1_000_000 }: { invoices?: number } = {}): Promise<Row[]> {
  const version = versionOf(await smeScenario())
  const ledger = ledgerOf(invoices)
  const plain = (await comparedWithPlain(version, ledger)) * invoices
  const whole = await costOf(version, { ledger, months: 12 })
  const few = Math.ceil(invoices / 4)
  const quarter = { items: ledger.items.slice(0, few), debtors: ledger.debtors }
  const growth: Row[] = []
  const grow = async (work: string, { over = version, months = 12 }: { over?: Version; months?: number }) => {
    const { time, cpu } = await costOf(over, { ledger: quarter, months })
    const each = `${((cpu / few) * 1e6).toFixed(1)} µs of CPU each`
    growth.push({
      work,
      figure: `${time.toFixed(1)} s`,
      floor: each,
      ratio: times(cpu / whole.cpu),
      budget: '',
      kept: true,
    })
  }
  for (const months of [12, 3, 6, 24]) await grow(`… ${group(few)} invoices × ${months} months`, { months })
  for (const steps of [30, 120, 480]) await grow(`… × 12 months, ${steps} steps`, { over: versionOf(chainOf(steps)) })
  return [
    {
      work: `simulate ${group(invoices)} invoices × 12 months`,
      figure: `${whole.time.toFixed(1)} s`,
      floor: `${((whole.cpu / invoices) * 1e6).toFixed(1)} µs of CPU each`,
      ratio: `${group(Math.round(plain / whole.cpu))} × less than the plain step`,
      budget: `≤ ${budget} s at ${group(million)}`,
      kept: (whole.time / invoices) * million <= budget,
    },
    ...growth,
  ]
}

interface Ledger {
  readonly items: readonly LedgerItem[]
  readonly debtors: readonly LedgerDebtor[]
}

const segment = 'pme'
const conduct = { type: 'history' } as const

/** Wall-clock seconds, and seconds of all processors, which a busy machine changes less. */
async function costOf(
  version: Version,
  { ledger, months }: { ledger: Ledger; months: number },
): Promise<{ time: number; cpu: number }> {
  const until = addDays(first, Math.round((months * 365) / 12))
  const query = {
    versions: [version],
    segment,
    conduct,
    assumptions: usualAssumptions,
    from: first,
    until,
    ...ledger,
  } as const
  const before = process.cpuUsage()
  const time = await seconds(() => simulateLedger(query))
  const { user, system } = process.cpuUsage(before)
  return { time, cpu: (user + system) / 1e6 }
}

/** Seconds that the plain step takes for one invoice. Throws when a story told by table differs from its own. */
async function comparedWithPlain({ compiled, policy }: Version, { items, debtors }: Ledger): Promise<number> {
  const chosen = debtors.slice(0, sample)
  const calendars = new Calendars()
  const query = { segment, assumptions: usualAssumptions, calendars } as const
  const ours = new Set(chosen.map(({ id }) => id))
  const { ledger } = columnsOf({ ...query, items: items.filter(({ debtor }) => ours.has(debtor)), debtors: chosen })
  const period = { first: dayNumber(first), last: dayNumber(addDays(first, 365)) }
  const tables = calendars.tables(policy.contactHours, { first: period.first - 430, last: period.last + 800 })
  const setup: SimulationSetup = { compiled, policy, ledger, tables, period, conduct, assumptions: usualAssumptions }
  const accounts = new AccountsByTable(setup, { tally: emptyTally(ledger, period), told: true })
  let plainTime = 0
  for (const [debtor, { id }] of chosen.entries()) {
    const stories = accounts.live(debtor)
    const played = { debtor, id, stories, zone: 'Europe/Paris', holidays: frenchHolidays }
    plainTime += await seconds(async () => {
      const told = tellStories(plainAccount(setup, played))
      if (told.join() !== tellStories(stories).join()) throw new Error(`the stories of ${id} differ: ${told.join()}`)
    })
  }
  return plainTime / ledger.files.count
}

const group = (count: number) => count.toLocaleString('en').replaceAll(',', ' ')

function versionOf(document: ScenarioDocument): Version {
  const compilation = compile({ document, registry })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  return { compiled: compilation.compiled, policy: document.policy }
}

async function smeScenario(): Promise<ScenarioDocument> {
  const path = new URL('../../examples/scenarios/pme.json', import.meta.url)
  return scenarioDocumentSchema.parse(JSON.parse(await readFile(path, 'utf8')))
}

/** So many steps in a row: a wait of two days, an e-mail, and so on. */
function chainOf(steps: number): ScenarioDocument {
  const ids = Array.from({ length: steps - 1 }, (_, index) => `s${index}`)
  const nodes = ids.map((id, index) =>
    index % 2 === 0
      ? { id, kind: 'wait', settings: { days: 2, unit: 'calendar', direction: 'after', from: 'previousStep' } }
      : { id, kind: 'send-email', settings: { template: 'reminder-neutral' } },
  )
  const end = { id: 'end', kind: 'end', settings: { reason: 'handled', closes: false } }
  return scenarioDocumentSchema.parse({
    ...{ format: 'relance.scenario/1', id: 'chain', name: 'Chain', entries: { open: 's0' } },
    nodes: [...nodes, end].map((node, index) => ({ ...node, kindVersion: 1, position: { x: 0, y: index * 120 } })),
    edges: nodes.flatMap(({ id, kind }, index) => {
      const target = ids[index + 1] ?? 'end'
      return (kind === 'wait' ? ['next'] : ['sent', 'cancelled']).map((port) => ({ source: id, port, target }))
    }),
  })
}

/** Customers with four open invoices each, issued over eleven months. */
function ledgerOf(invoices: number): Ledger {
  const count = Math.ceil(invoices / perDebtor)
  const debtors = Array.from(
    { length: count },
    (_, index): LedgerDebtor => ({
      id: `CORV:${index}`,
      segment,
      country: 'FR',
      language: 'fr',
      zone: null,
      postalCode: '',
      collector: `Collector ${index % 12}`,
      salesperson: `Salesperson ${index % 40}`,
    }),
  )
  const dates = Array.from({ length: 800 }, (_, index) => addDays('2025-01-02', index))
  const items = Array.from({ length: invoices }, (_, index): LedgerItem => {
    const issued = 335 + (index % 330)
    return {
      number: `S${index}`,
      entity: 'CORV',
      debtor: debtors[index % count]!.id,
      type: 'invoice',
      segment: null,
      amount: 10_000 + (index % 900) * 2_500,
      open: null,
      currency: 'EUR',
      paidDate: null,
      issueDate: dates[issued]!,
      dueDate: dates[issued + 30]!,
    }
  })
  return { items, debtors }
}
