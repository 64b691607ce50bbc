import { randomUUID } from 'node:crypto'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import type { z } from 'zod'
import type { publishedSchema, publishRequestSchema } from '../contract/scenarios.ts'
import type { MoveChoice, restoreRequestSchema } from '../contract/versions.ts'
import type { CompiledScenario } from '../machine/types.ts'
import { isDuplicateKey } from '../models/duplicate-key.ts'
import { Event } from '../models/event.ts'
import { Publication } from '../models/publication.ts'
import { Scenario, type ScenarioRecord } from '../models/scenario.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'
import { checkScenario } from './check-scenario.ts'
import { countCandidates, enrolFiles } from './enrol-files.ts'
import { owingFiles } from './owed-files.ts'
import type { Operator } from './ports.ts'
import { findScenario } from './read-scenarios.ts'
import { RefusedError } from './refused-error.ts'
import { scenarioRefused } from './scenario-refused.ts'
import { moveInBackground } from './versions/move-files.ts'
import { planMoves } from './versions/plan-moves.ts'
import { findVersion } from './versions/read-versions.ts'
import { openPublication, preparePublication } from './versions/record-publication.ts'
import { versionNumberOf } from './versions/running-files.ts'

type Published = z.output<typeof publishedSchema>
type Publisher = Operator & { readonly locale?: Locale }

/**
 * Publishes a draft as an immutable version and, in the background, enrols the open invoices of its segment that follow no
 * scenario yet and tells running files where they lead. What nothing was chosen for keeps its version. Publishing what is already
 * in force makes no new version.
 */
export async function publishScenario(
  id: string,
  { note, revision, choices }: z.output<typeof publishRequestSchema>,
  operator: Publisher,
): Promise<Published> {
  const record = await findScenario(id)
  if (revision !== undefined && revision !== record.revision) {
    throw new RefusedError('conflict', { values: { current: record.revision } })
  }
  return bringIntoForce(record, { document: record.document, note, choices, restored: false }, operator)
}

/** Brings an older version back: a publication like any other. The draft stays as it is. */
export async function restoreVersion(
  id: string,
  { version, note, choices }: z.output<typeof restoreRequestSchema>,
  operator: Publisher,
): Promise<Published> {
  const [record, { document }] = await Promise.all([findScenario(id), findVersion({ scenario: id, version })])
  return bringIntoForce(record, { document, note, choices, restored: true }, operator)
}

interface Intent {
  readonly document: ScenarioDocument
  readonly note: string
  readonly choices: readonly MoveChoice[]
  readonly restored: boolean
}

async function bringIntoForce(record: ScenarioRecord, intent: Intent, operator: Publisher): Promise<Published> {
  const { _id: id } = record
  const compiled = await compiledOrRefused(intent.document, operator)
  const departures = await planMoves(id, { choices: intent.choices, to: compiled })
  const publish = async () => {
    if (record.published?.hash !== compiled.hash || departures.length > 0) {
      const publication = await makeCurrent(record, { ...intent, compiled, departures }, operator)
      moveInBackground(publication, operator)
    }
    const { published } = await findScenario(id)
    return { id, version: published.version, hash: published.hash }
  }
  const { segment } = intent.document
  if (!segment) return { ...(await publish()), enrolled: 0 }
  const publishAndEnrol = async () => {
    const published = await publish()
    const result = { ...published, enrolled: await countCandidates({ segment }) }
    return { result, enrolled: enrolFiles({ segment }, operator) }
  }
  return owingFiles(segment, publishAndEnrol, operator)
}

export async function compiledOrRefused(
  document: unknown,
  { ports, locale = 'fr' }: Pick<Publisher, 'ports' | 'locale'>,
): Promise<CompiledScenario> {
  const compilation = await checkScenario(document, ports.registry)
  if (!compilation.ok) throw scenarioRefused(compilation.problems, locale)
  return compilation.compiled
}

interface Decided extends Intent {
  readonly compiled: CompiledScenario
  readonly departures: Awaited<ReturnType<typeof planMoves>>
}

/** Returns the id of the publication. */
async function makeCurrent(record: ScenarioRecord, decided: Decided, { author, ports }: Operator): Promise<string> {
  const { compiled, note, restored, choices, departures } = decided
  const at = ports.now()
  const version = await storeVersion(record._id, { ...decided, at, by: author })
  const told = { version, hash: compiled.hash, at, by: author, note }
  const prepared = await preparePublication(record._id, { ...told, restored, choices, departures })
  const unchanged = record.published ? { 'published.hash': record.published.hash } : { published: null }
  const published = { ...told, publication: prepared._id }
  const written = await Scenario.updateOne({ _id: record._id, ...unchanged }, { $set: { published } })
  if (written.matchedCount === 0) {
    await Publication.deleteOne({ _id: prepared._id })
    throw new RefusedError('conflict', { values: { current: record.revision } })
  }
  await openPublication(prepared)
  await Event.create({
    _id: `published:${randomUUID()}`,
    at,
    kind: 'scenario-published',
    author,
    entity: 'all',
    values: { scenario: record._id, version, hash: compiled.hash, note },
  })
  return prepared._id
}

/** The number of the version with this content: a new one, or the one it had when it was published before. */
async function storeVersion(
  scenario: string,
  { document, compiled, note, at, by }: Pick<Decided, 'document' | 'compiled' | 'note'> & { at: Date; by: string },
): Promise<number> {
  for (;;) {
    const version = await versionNumberOf(scenario, compiled.hash)
    if (await ScenarioVersion.exists({ _id: compiled.hash })) return version
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
