import { randomUUID } from 'node:crypto'
import type { Locale } from '@relance/sdk/words'
import type { z } from 'zod'
import type { Rehearsal as RehearsalView, rehearseRequestSchema } from '../contract/scenarios.ts'
import { Rehearsal, type RehearsalRecord } from '../models/rehearsal.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'
import { checkScenario } from './check-scenario.ts'
import type { Operator } from './ports.ts'
import { findInvoice } from './read-invoice.ts'
import { findScenario } from './read-scenarios.ts'
import { RefusedError } from './refused-error.ts'
import { scenarioRefused } from './scenario-refused.ts'

/** Runs a scenario in the real engine in skipped time, against the mail catcher only; its steps come as it goes. */
export async function rehearseScenario(
  scenario: string,
  { source, document: given, invoice, whatIf }: z.output<typeof rehearseRequestSchema>,
  { ports, locale = 'fr' }: Pick<Operator, 'ports'> & { readonly locale?: Locale },
): Promise<RehearsalView> {
  const document = given ?? (await documentOf(scenario, source))
  const compilation = await checkScenario(document, ports.registry)
  if (!compilation.ok) throw scenarioRefused(compilation.problems, locale)
  if (invoice) await findInvoice(invoice)
  const id = randomUUID()
  await Rehearsal.create({ _id: id, scenario, status: 'running', startedAt: ports.now() })
  try {
    await ports.rehearsals.start({ id, document, compiled: compilation.compiled, invoice, whatIf })
  } catch (error) {
    ports.warn({ err: error, rehearsal: id }, 'a rehearsal could not start')
    await Rehearsal.updateOne({ _id: id }, { $set: { status: 'failed', error: 'unavailable' } })
    throw new RefusedError('unavailable')
  }
  return readRehearsal(id, { ports })
}

/** A rehearsal with its steps so far; refused as `not-found`. */
export async function readRehearsal(id: string, { ports }: Pick<Operator, 'ports'>): Promise<RehearsalView> {
  const record = await Rehearsal.findById(id).lean<RehearsalRecord>()
  if (!record) throw new RefusedError('not-found', { values: { id } })
  return {
    id,
    scenario: record.scenario,
    status: record.status,
    startedAt: record.startedAt.toISOString(),
    steps: record.steps.map(({ at, node, label, kind, outcome, subject }) => ({
      at: new Date(at).toISOString(),
      node,
      label,
      kind,
      outcome: outcome ?? null,
      subject: subject ?? null,
    })),
    mailUrl: ports.pages.mail,
    error: record.error ?? null,
  }
}

async function documentOf(id: string, source: 'draft' | 'published'): Promise<unknown> {
  const { document, published } = await findScenario(id)
  if (source === 'draft') return document
  if (!published) throw new RefusedError('never-published')
  const version = await ScenarioVersion.findById(published.hash, { document: 1 }).lean()
  return version?.document ?? document
}
