import { PermanentError } from '@relance/sdk/errors'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import type { CompiledScenario } from '../machine/types.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'

/** A published version, ready to run. */
export interface RunningVersion {
  readonly hash: string
  readonly scenario: string
  readonly version: number
  readonly document: ScenarioDocument
  readonly compiled: CompiledScenario
}

export interface ScenarioStore {
  /** By content hash. Throws PermanentError when no such version was published. */
  readonly get: (hash: string) => Promise<RunningVersion>
}

const mostKept = 64

/** Published versions never change, so each is read from the database once. */
export function createScenarioStore(): ScenarioStore {
  const known = new Map<string, RunningVersion>()
  return {
    async get(hash) {
      const kept = known.get(hash)
      if (kept) return kept
      const record = await ScenarioVersion.findById(hash).lean()
      if (!record) throw new PermanentError(`No scenario was published as ${hash}`)
      const document = scenarioDocumentSchema.parse(record.document)
      const { scenario, version, compiled } = record
      const running = { hash, scenario, version, document, compiled: compiled as CompiledScenario }
      if (known.size >= mostKept) known.clear()
      known.set(hash, running)
      return running
    },
  }
}
