import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import proto from '@temporalio/proto'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { describe, expect, it } from 'vitest'
import type { CompiledScenario } from '../machine/types.ts'
import { createScenarioCodec } from './scenario-codec.ts'
import { workflowBundle } from './workflow-bundle.ts'

interface RecordedCase {
  readonly scenarios: Readonly<Record<string, CompiledScenario>>
  readonly runs: readonly { readonly workflowId: string; readonly history: string }[]
}

const folder = fileURLToPath(new URL('../testing/histories', import.meta.url))
const bundles = `${tmpdir()}/relance-test-bundles`
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

const decode = (history: string) => proto.temporal.api.history.v1.History.decode(Buffer.from(history, 'base64'))

/** A quiet logger: a failed replay is told by the test. */
const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} }

Runtime.install({
  logger: new DefaultLogger('ERROR', () => {}),
  telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
})

describe('the workflows of today', () => {
  it.each(files)(
    'go on with the files that ran before: %s',
    async (name) => {
      const { scenarios, runs } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as RecordedCase
      const codec = createScenarioCodec(async (hash) => scenarios[hash]!)
      const { code } = await workflowBundle({ folder: bundles, logger: quiet })
      expect(runs.length).toBeGreaterThan(0)
      for (const { workflowId, history } of runs) {
        await Worker.runReplayHistory(
          { workflowBundle: { code }, dataConverter: { payloadCodecs: [codec] } },
          decode(history),
          workflowId,
        )
      }
    },
    60_000,
  )

  it('refuse a history that they would not have written', async () => {
    const { scenarios, runs } = JSON.parse(readFileSync(`${folder}/${files[0]}`, 'utf8')) as RecordedCase
    const codec = createScenarioCodec(async (hash) => scenarios[hash]!)
    const { code } = await workflowBundle({ folder: bundles, logger: quiet })
    const { workflowId, history } = runs.find((run) => run.workflowId.startsWith('debtor:'))!
    // The activity is named inside the marker that it left; a name of the same length keeps the protobuf whole.
    const bytes = Buffer.from(history, 'base64').toString('latin1').replaceAll('prepareMessages', 'forgetsMessages')
    const bent = decode(Buffer.from(bytes, 'latin1').toString('base64'))
    const options = { workflowBundle: { code }, dataConverter: { payloadCodecs: [codec] } }
    await expect(Worker.runReplayHistory(options, bent, workflowId)).rejects.toThrow(
      /forgetsMessages|nondeterminism|determinis/i,
    )
  }, 60_000)
})

describe('the bundle of the workflows', () => {
  it('stays small and knows neither schemas nor the registry of nodes', async () => {
    const { code } = await workflowBundle({ folder: bundles, logger: quiet })
    const script = code.split('//# sourceMappingURL=')[0]!
    expect(script.length).toBeLessThan(900_000)
    for (const stranger of ['node_modules/zod', 'node_modules/mongoose', 'temporal-polyfill', 'nodes/registry']) {
      expect(script).not.toContain(stranger)
    }
  }, 60_000)
})
