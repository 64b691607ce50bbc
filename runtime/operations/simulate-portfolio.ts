import { randomUUID } from 'node:crypto'
import type { Segment } from '@relance/sdk/facts'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { LedgerSimulationView, ledgerRequestSchema } from '../contract/simulations.ts'
import { daysBetween } from '../domain/ageing/days-between.ts'
import { compile } from '../machine/compile.ts'
import { Debtor } from '../models/debtor.ts'
import { Item } from '../models/item.ts'
import { LedgerSimulation, type LedgerSimulationRecord } from '../models/ledger-simulation.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'
import type { LedgerDebtor } from '../simulation/columns-of.ts'
import type { LedgerItem } from '../simulation/item-columns.ts'
import { simulateLedger, type Version } from '../simulation/simulate-ledger.ts'
import { dayIn } from './calendar-day.ts'
import type { Operator } from './ports.ts'
import { findScenario } from './read-scenarios.ts'
import { RefusedError } from './refused-error.ts'
import { scenarioRefused } from './scenario-refused.ts'

type Request = z.output<typeof ledgerRequestSchema>

const usualMonths = 6
const mostDays = 3 * 366
/** How often (ms) a running simulation writes how far it is, and reads whether it was cancelled. */
const rhythm = 700
/** A simulation that has not been heard of for so long (ms) has lost its process. */
const lost = 60_000
/** What comes after a cancellation is told to nobody. */
const cancelled = Symbol('cancelled')

interface Played extends Version {
  readonly name: 'draft' | 'published'
}

/** Begins to play the whole portfolio through a draft, beside what is published; answers at once, the figures come later. */
export async function simulatePortfolio(
  id: string,
  { from, until, document, against, assumptions }: Request,
  { ports, locale }: Pick<Operator, 'ports'> & { readonly locale: Locale },
): Promise<LedgerSimulationView> {
  const { document: stored, published } = await findScenario(id)
  const draft = document ?? (stored as ScenarioDocument)
  const versions = [versionOf('draft', draft, { ports, locale })]
  const version = against === 'published' && published ? await ScenarioVersion.findById(published.hash).lean() : null
  if (version) versions.push(versionOf('published', version.document, { ports, locale }))
  const first = from ?? dayIn('Europe/Paris', ports.now())
  const last = until ?? Temporal.PlainDate.from(first).add({ months: usualMonths }).toString()
  const days = daysBetween(first, last)
  if (days < 1 || days > mostDays) throw new RefusedError('invalid-period', { values: { from: first, until: last } })
  const startedAt = ports.now()
  const record = { _id: randomUUID(), scenario: id, status: 'running' as const, startedAt, seenAt: startedAt }
  await LedgerSimulation.create({ ...record, from: first, until: last, assumptions })
  const query = { versions, segment: draft.segment, from: first, until: last, assumptions }
  const run = play(record._id, { ...query, now: ports.now })
  run.catch((error) => fail(record._id, { error, ports }))
  return readSimulation(record._id, { ports })
}

/** How far a simulation is, and what came out once it is done; refused as `not-found`. */
export async function readSimulation(id: string, { ports }: Pick<Operator, 'ports'>): Promise<LedgerSimulationView> {
  const record = await LedgerSimulation.findById(id).lean<LedgerSimulationRecord>()
  if (!record) throw new RefusedError('not-found', { values: { id } })
  const { scenario, status, startedAt, seenAt, from, until, done, total, assumptions, outcomes, error } = record
  const isLost = status === 'running' && ports.now().getTime() - seenAt.getTime() > lost
  return {
    ...{ id, scenario, from, until, done, total, assumptions, outcomes },
    startedAt: startedAt.toISOString(),
    status: isLost ? 'failed' : status,
    error: isLost ? 'interrupted' : (error ?? null),
  }
}

/** Stops a simulation within a second; one that has ended stays as it is. */
export async function cancelSimulation(id: string, { ports }: Pick<Operator, 'ports'>): Promise<LedgerSimulationView> {
  await LedgerSimulation.updateOne({ _id: id, status: 'running' }, { $set: { status: 'cancelled' } })
  return readSimulation(id, { ports })
}

function versionOf(
  name: Played['name'],
  given: unknown,
  { ports, locale }: Pick<Operator, 'ports'> & { readonly locale: Locale },
): Played {
  const compilation = compile({ document: given, registry: ports.registry })
  if (!compilation.ok) throw scenarioRefused(compilation.problems, locale)
  return { name, compiled: compilation.compiled, policy: scenarioDocumentSchema.parse(given).policy }
}

interface Play {
  readonly versions: readonly Played[]
  readonly segment: Segment | null
  readonly from: string
  readonly until: string
  readonly assumptions: Request['assumptions']
  readonly now: () => Date
}

async function play(id: string, { versions, now, ...query }: Play): Promise<void> {
  const stop = new AbortController()
  const ledger = await readLedger()
  let told = 0
  const progress = (done: number, total: number) => {
    if (Date.now() - told < rhythm) return
    told = Date.now()
    LedgerSimulation.updateOne({ _id: id, status: 'running' }, { $set: { done, total, seenAt: now() } }).then(
      ({ matchedCount }) => matchedCount === 0 && stop.abort(cancelled),
      () => undefined,
    )
  }
  const results = await simulateLedger(
    { ...query, ...ledger, versions, conduct: { type: 'history' }, aside: true },
    { progress, signal: stop.signal },
  )
  const outcomes = results.map((result, index) => ({ version: versions[index]!.name, ...result }))
  const total = results.reduce((sum, { simulated }) => sum + simulated, 0)
  await LedgerSimulation.updateOne(
    { _id: id, status: 'running' },
    { $set: { status: 'done', done: total, total, outcomes, seenAt: now() } },
  )
}

async function fail(id: string, { error, ports }: Pick<Operator, 'ports'> & { error: unknown }): Promise<void> {
  if (error === cancelled) return
  ports.warn({ err: error, simulation: id }, 'a simulation failed')
  const set = { status: 'failed', error: 'unavailable' }
  await LedgerSimulation.updateOne({ _id: id, status: 'running' }, { $set: set }).catch(() => undefined)
}

async function readLedger(): Promise<{ items: LedgerItem[]; debtors: LedgerDebtor[] }> {
  const asked = { number: 1, entity: 1, debtor: 1, type: 1, amount: 1, open: 1, currency: 1, issueDate: 1, dueDate: 1 }
  const [items, debtors] = await Promise.all([
    Item.find({}, { ...asked, paidDate: 1, segment: 1 }).lean<LedgerItem[]>(),
    Debtor.find(
      {},
      { segment: 1, country: 1, language: 1, zone: 1, postalCode: 1, collector: 1, salesperson: 1 },
    ).lean(),
  ])
  return { items, debtors: debtors.map(({ _id, ...debtor }) => ({ id: _id, ...debtor }) as LedgerDebtor) }
}
