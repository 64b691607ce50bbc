import { randomUUID } from 'node:crypto'
import type { Locale } from '@relance/sdk/words'
import type { z } from 'zod'
import type { publishedSchema, publishRequestSchema } from '../contract/scenarios.ts'
import type { CompiledScenario } from '../machine/types.ts'
import { isDuplicateKey } from '../models/duplicate-key.ts'
import { Event } from '../models/event.ts'
import { Scenario, type ScenarioRecord } from '../models/scenario.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'
import { checkScenario } from './check-scenario.ts'
import { countCandidates, enrolFiles } from './enrol-files.ts'
import { owingFiles } from './owed-files.ts'
import type { Operator } from './ports.ts'
import { findScenario } from './read-scenarios.ts'
import { RefusedError } from './refused-error.ts'
import { scenarioRefused } from './scenario-refused.ts'

type Published = z.output<typeof publishedSchema>
type Publisher = Operator & { readonly locale?: Locale }

/**
 * Publishes a draft as an immutable version and enrols, in the background, the open invoices of its segment that follow no
 * scenario yet. Running files keep their version. Publishing what is already published makes no new version.
 */
export async function publishScenario(
  id: string,
  { note, revision }: z.output<typeof publishRequestSchema>,
  operator: Publisher,
): Promise<Published> {
  const record = await findScenario(id)
  if (revision !== undefined && revision !== record.revision) {
    throw new RefusedError('conflict', { values: { current: record.revision } })
  }
  const compiled = await compiledOrRefused(record, operator)
  const publish = async () => {
    if (record.published?.hash !== compiled.hash) await makeCurrent(record, { compiled, note }, operator)
    const { published } = await findScenario(id)
    return { id, version: published.version, hash: published.hash }
  }
  const { segment } = record.document
  if (!segment) return { ...(await publish()), enrolled: 0 }
  const publishAndEnrol = async () => {
    const published = await publish()
    const result = { ...published, enrolled: await countCandidates({ segment }) }
    return { result, enrolled: enrolFiles({ segment }, operator) }
  }
  return owingFiles(segment, publishAndEnrol, operator)
}

async function compiledOrRefused(
  { document }: ScenarioRecord,
  { ports, locale = 'fr' }: Publisher,
): Promise<CompiledScenario> {
  const compilation = await checkScenario(document, ports.registry)
  if (!compilation.ok) throw scenarioRefused(compilation.problems, locale)
  return compilation.compiled
}

async function makeCurrent(
  record: ScenarioRecord,
  { compiled, note }: { compiled: CompiledScenario; note: string },
  operator: Operator,
): Promise<void> {
  const at = operator.ports.now()
  const version = await storeVersion(record, { compiled, note, at, by: operator.author })
  const published = { version, hash: compiled.hash, at, by: operator.author, note }
  const unchanged = record.published ? { 'published.hash': record.published.hash } : { published: null }
  const written = await Scenario.updateOne({ _id: record._id, ...unchanged }, { $set: { published } })
  if (written.matchedCount === 0) throw new RefusedError('conflict', { values: { current: record.revision } })
  await Event.create({
    _id: `published:${randomUUID()}`,
    at,
    kind: 'scenario-published',
    author: operator.author,
    entity: 'all',
    values: { scenario: record._id, version, hash: compiled.hash, note },
  })
}

/** The number of the version with this content: a new one, or the one it had when it was published before. */
async function storeVersion(
  { _id: scenario, document }: ScenarioRecord,
  { compiled, note, at, by }: { compiled: CompiledScenario; note: string; at: Date; by: string },
): Promise<number> {
  for (;;) {
    const known = await ScenarioVersion.findById(compiled.hash, { version: 1 }).lean()
    if (known) return known.version
    const [latest] = await ScenarioVersion.find({ scenario }, { version: 1 }).sort({ version: -1 }).limit(1).lean()
    const version = (latest?.version ?? 0) + 1
    try {
      const { segment } = document
      await ScenarioVersion.create({
        _id: compiled.hash,
        scenario,
        version,
        segment,
        document,
        compiled,
        publishedAt: at,
        publishedBy: by,
        note,
      })
      return version
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }
}
