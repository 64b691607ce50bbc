import type { Segment } from '@relance/sdk/facts'
import { Item, type ItemDocument } from '../models/item.ts'
import { Scenario, type ScenarioRecord } from '../models/scenario.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'
import type { Ports } from './ports.ts'

interface Scope {
  readonly entity?: string
  readonly segment?: Segment
}

/** Files started at the same time: the server is the limit, more only queues there. */
const atOnce = 16
const batchSize = 1_000

/** Open invoices that follow no scenario yet. */
export function countCandidates(scope: Scope): Promise<number> {
  return Item.countDocuments(candidates(scope))
}

type OnProgress = (progress: { readonly done: number; readonly total: number }) => void

/**
 * Starts the file of every open invoice that follows no scenario yet, on the version published last for its segment. May be
 * repeated and interrupted: a file that was started is not started again. Returns how many were started.
 */
export function enrolFiles(
  scope: Scope,
  { ports, onProgress }: { ports: Ports; onProgress?: OnProgress },
): Promise<number> {
  return startFiles(candidates(scope), { ports, onProgress })
}

/** The same for these items alone, as an import brought them; one that was settled and is open again gets a new file. */
export async function enrolItems(
  items: readonly string[],
  { ports, onProgress }: { ports: Ports; onProgress?: OnProgress },
): Promise<void> {
  const total = items.length
  for (let at = 0; at < total; at += batchSize) {
    const free = { $or: [{ course: null }, { 'course.status': 'ended' }] }
    const filter = { type: 'invoice', open: { $gt: 0 }, ...free, _id: { $in: items.slice(at, at + batchSize) } }
    await startFiles(filter, { ports, onProgress: ({ done }) => onProgress?.({ done: at + done, total }) })
    onProgress?.({ done: Math.min(at + batchSize, total), total })
  }
}

type Candidate = Pick<ItemDocument, '_id' | 'segment' | 'course'>

async function startFiles(
  filter: Record<string, unknown>,
  { ports, onProgress }: { ports: Ports; onProgress?: OnProgress },
): Promise<number> {
  const bySegment = await currentVersions()
  // Taken from the end: the oldest invoice of an account begins before those that it will carry.
  const items = await Item.find(filter, { segment: 1, 'course.status': 1 })
    .sort({ dueDate: -1, _id: 1 })
    .lean<Candidate[]>()
  const queue = items.flatMap(({ _id: item, segment, course }) => {
    const scenario = bySegment.get(segment)
    return scenario ? { item, scenario, reopened: course != null } : []
  })
  const total = queue.length
  let done = 0
  let started = 0
  const work = async () => {
    for (let file = queue.pop(); file; file = queue.pop()) {
      if ((await ports.files.start(file)) === 'started') started += 1
      done += 1
      onProgress?.({ done, total })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return started
}

function candidates({ entity, segment }: Scope): Record<string, unknown> {
  return {
    type: 'invoice',
    open: { $gt: 0 },
    'course.status': null,
    ...(entity && { entity }),
    ...(segment && { segment }),
  }
}

/** Content hash of the version in force, by its segment: of two scenarios for one segment, the one published last. */
export async function currentVersions(): Promise<Map<string, string>> {
  const records = await Scenario.find({ published: { $ne: null } }).lean<ScenarioRecord[]>()
  records.sort((left, right) => Number(new Date(left.published.at)) - Number(new Date(right.published.at)))
  const hashes = records.map(({ published }): string => published.hash)
  const versions = await ScenarioVersion.find({ _id: { $in: hashes } }, { segment: 1 }).lean()
  const segmentOf = new Map(versions.map(({ _id, segment }) => [_id, segment]))
  return new Map(hashes.flatMap((hash) => (segmentOf.get(hash) ? [[segmentOf.get(hash)!, hash]] : [])))
}
