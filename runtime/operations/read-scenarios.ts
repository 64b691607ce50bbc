import type { ScenarioSummary, Scenario as ScenarioView } from '../contract/scenarios.ts'
import { Item } from '../models/item.ts'
import { Scenario, type ScenarioRecord } from '../models/scenario.ts'
import { checkScenario } from './check-scenario.ts'
import type { Operator } from './ports.ts'
import { RefusedError } from './refused-error.ts'
import { scenarioSummary, scenarioView } from './scenario-view.ts'

/** Every scenario, by name. */
export async function listScenarios(): Promise<{ items: ScenarioSummary[] }> {
  const [records, files] = await Promise.all([Scenario.find({}).lean<ScenarioRecord[]>(), countFiles()])
  records.sort((left, right) => left.document.name.localeCompare(right.document.name, 'fr'))
  return { items: records.map((record) => scenarioSummary(record, { files: files.get(record._id) ?? 0 })) }
}

/** One draft with its problems; refused as `not-found`. */
export async function readScenario(id: string, { ports }: Pick<Operator, 'ports'>): Promise<ScenarioView> {
  const record = await findScenario(id)
  const [files, { problems }] = await Promise.all([countFiles(id), checkScenario(record.document, ports.registry)])
  return scenarioView(record, { files: files.get(id) ?? 0, problems })
}

export async function findScenario(id: string): Promise<ScenarioRecord> {
  const record = await Scenario.findById(id).lean<ScenarioRecord>()
  if (!record) throw new RefusedError('not-found', { values: { id } })
  return record
}

async function countFiles(scenario?: string): Promise<Map<string, number>> {
  const counts = await Item.aggregate<{ _id: string; count: number }>([
    { $match: { open: { $gt: 0 }, 'course.scenario': scenario ?? { $gt: '' }, 'course.status': { $ne: 'ended' } } },
    { $group: { _id: '$course.scenario', count: { $sum: 1 } } },
  ])
  return new Map(counts.map(({ _id, count }) => [_id, count]))
}
