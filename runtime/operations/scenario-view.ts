import type { ScenarioSummary, Scenario as ScenarioView } from '../contract/scenarios.ts'
import type { Problem } from '../machine/types.ts'
import type { ScenarioRecord } from '../models/scenario.ts'

/** A scenario as lists show it. `files` counts the open files that run on any of its versions. */
export function scenarioSummary(record: ScenarioRecord, { files }: { files: number }): ScenarioSummary {
  const { document, published } = record
  return {
    id: record._id,
    name: document.name,
    description: document.description,
    segment: document.segment,
    revision: record.revision,
    updatedAt: record.updatedAt.toISOString(),
    updatedBy: record.updatedBy,
    published: published ? { ...published, at: new Date(published.at).toISOString() } : null,
    dirty: published?.hash !== record.hash,
    files,
    steps: document.nodes.length,
  }
}

/** A draft with its problems. */
export function scenarioView(
  record: ScenarioRecord,
  { files, problems }: { files: number; problems: readonly Problem[] },
): ScenarioView {
  return { ...scenarioSummary(record, { files }), document: record.document, problems: problems as Problem[] }
}
