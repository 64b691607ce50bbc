import type { Registry } from '@relance/sdk/registry'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import type { z } from 'zod'
import type { Impact, Publication as PublicationView, versionSchema } from '../../contract/versions.ts'
import { chartOf } from '../../machine/describe.ts'
import { stepWords } from '../../machine/diff/diff-scenarios.ts'
import type { CompiledScenario } from '../../machine/types.ts'
import { Publication, type PublicationRecord } from '../../models/publication.ts'
import { ScenarioVersion } from '../../models/scenario-version.ts'
import type { Operator } from '../ports.ts'
import { findScenario } from '../read-scenarios.ts'
import { RefusedError } from '../refused-error.ts'
import { tally } from './move-files.ts'
import { filesByVersion } from './running-files.ts'

export interface PublishedVersion {
  readonly hash: string
  readonly version: number
  readonly document: ScenarioDocument
  readonly compiled: CompiledScenario
}

/** A published version by its number; refused as `not-found`. */
export async function findVersion(wanted: { scenario: string; version: number }): Promise<PublishedVersion> {
  const record = await ScenarioVersion.findOne(wanted).lean()
  if (!record) throw new RefusedError('not-found', { values: { id: `${wanted.scenario} v${wanted.version}` } })
  return toVersion(record)
}

/** Published versions by content hash. */
export async function findVersions(hashes: readonly string[]): Promise<PublishedVersion[]> {
  const records = await ScenarioVersion.find({ _id: { $in: [...hashes] } }).lean()
  return records.map(toVersion)
}

function toVersion({
  _id: hash,
  version,
  document,
  compiled,
}: Record<'_id' | 'document' | 'compiled', unknown> & { version: number }): PublishedVersion {
  return {
    hash: String(hash),
    version,
    document: scenarioDocumentSchema.parse(document),
    compiled: compiled as CompiledScenario,
  }
}

/** Where files may be sent in a version. */
export function targetsOf(
  { document, compiled }: Pick<PublishedVersion, 'document' | 'compiled'>,
  registry: Registry,
): Impact['targets'] {
  return document.nodes.map((node) => ({
    node: node.id,
    label: stepWords(node, registry),
    open: chartOf(compiled, { node: node.id, paid: false }) !== undefined,
    paid: chartOf(compiled, { node: node.id, paid: true }) !== undefined,
  }))
}

/** One published version with its drawing, by content hash; refused as `not-found`. */
export async function readVersion(
  hash: string,
  { ports }: Pick<Operator, 'ports'>,
): Promise<z.output<typeof versionSchema>> {
  const record = await ScenarioVersion.findById(hash).lean()
  if (!record) throw new RefusedError('not-found', { values: { id: hash } })
  const { scenario, publishedAt, publishedBy: by, note } = record
  const { version, document, compiled } = toVersion(record)
  const steps = targetsOf({ document, compiled }, ports.registry)
  return { hash, scenario, version, at: publishedAt.toISOString(), by, note, document, steps }
}

/** What was published, by whom, why, and what became of the files; the latest first. */
export async function listPublications(scenario: string): Promise<{ items: PublicationView[] }> {
  const [{ published }, records, files] = await Promise.all([
    findScenario(scenario),
    Publication.find({ scenario, status: { $ne: 'preparing' } })
      .sort({ rank: -1 })
      .lean<PublicationRecord[]>(),
    filesByVersion(scenario),
  ])
  const hashes = [...new Set(records.map(({ hash }) => hash))]
  const steps = new Map((await findVersions(hashes)).map(({ hash, document }) => [hash, document.nodes.length]))
  // Files go on answering what they were waiting for: what became of them is told as it is now for the latest.
  const latest = records[0] ? await tally(records[0]._id) : {}
  return {
    items: records.map((record, index) => ({
      id: record._id,
      ...{ rank: record.rank, version: record.version, hash: record.hash, restored: record.restored ?? false },
      ...{ at: record.at.toISOString(), by: record.by, note: record.note },
      current: record._id === published?.publication,
      files: files.get(record.hash) ?? 0,
      steps: steps.get(record.hash) ?? 0,
      status: record.status as PublicationView['status'],
      total: record.total,
      results: index === 0 ? { ...record.results, ...latest } : record.results,
    })),
  }
}
