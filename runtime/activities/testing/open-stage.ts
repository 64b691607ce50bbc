import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registry } from '@relance/nodes/registry'
import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { compile } from '../../machine/compile.ts'
import { connectDatabase, disconnectDatabase } from '../../models/connect-database.ts'
import { Scenario } from '../../models/scenario.ts'
import { ScenarioVersion } from '../../models/scenario-version.ts'
import type { Operator } from '../../operations/ports.ts'
import { createWorker, type RelanceWorker } from '../create-worker.ts'
import { createFileDoor, type FileDoor } from '../file-door.ts'
import type { Services } from '../services.ts'

export interface StageSetup {
  readonly temporalAddress: string
  readonly databaseUri: string
  readonly smtpUrl: string
  readonly services?: Partial<Services>
}

/** Real servers, a connected database and, once `work` is called, a worker in this process. */
export interface Stage {
  readonly setup: StageSetup
  readonly home: string
  readonly client: Client
  readonly door: FileDoor
  readonly operator: Operator
  readonly work: (changes?: Partial<Services>) => Promise<RelanceWorker>
  readonly publish: (document: unknown) => Promise<string>
  readonly close: () => Promise<void>
}

const silent = { info: () => {}, warn: () => {} }

export async function openStage(setup: StageSetup): Promise<Stage> {
  quietEngine()
  const home = await mkdtemp(join(tmpdir(), 'relance-run-'))
  await connectDatabase(setup.databaseUri)
  const connection = await Connection.connect({ address: setup.temporalAddress })
  const native = await NativeConnection.connect({ address: setup.temporalAddress })
  const client = new Client({ connection })
  const door = createFileDoor(client)
  const workers: RelanceWorker[] = []
  const fails: unknown[] = []
  return {
    ...{ setup, home, client, door, publish },
    operator: { ports: portsOf(door), author: 'Claire Vasseur' } as unknown as Operator,
    async work(changes) {
      const { smtpUrl, services } = setup
      const catcherUrl = smtpUrl
      const quick = { gatherFor: 1_500, ...services, ...changes }
      const worker = await createWorker({
        ...{
          connection: native,
          namespace: 'default',
          home: sharedBundles,
          smtpUrl,
          catcherUrl,
          log: silent,
          services: quick,
        },
      })
      workers.push(worker)
      worker.run().catch((error) => fails.push(error))
      return worker
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()))
      await terminateAll(client)
      await connection.close()
      await native.close()
      await disconnectDatabase()
      await rm(home, { recursive: true, force: true })
      if (fails.length > 0) throw fails[0]
    },
  }
}

let isQuiet = false

/** The engine tells of slow tasks on a busy machine; a test says itself what went wrong. */
function quietEngine(): void {
  if (isQuiet) return
  isQuiet = true
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
  })
}

/** The bundle is the same for every test: it is made once. */
const sharedBundles = join(tmpdir(), 'relance-test-bundles')

function portsOf(files: FileDoor) {
  return {
    now: () => new Date(),
    registry,
    files,
    pages: { mail: null, temporal: null },
    warn: () => {},
  }
}

/** What a test leaves running would ask the next one's worker for a database that is gone. */
async function terminateAll(client: Client): Promise<void> {
  for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    await client.workflow
      .getHandle(workflowId)
      .terminate('end of the test')
      .catch(() => undefined)
  }
}

async function publish(document: unknown): Promise<string> {
  const compilation = compile({ document, registry })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  const { compiled } = compilation
  const { id, segment } = document as { id: string; segment: string | null }
  const at = new Date()
  await ScenarioVersion.create({
    ...{ _id: compiled.hash, scenario: id, version: 1, segment, document, compiled },
    ...{ publishedAt: at, publishedBy: 'Claire Vasseur' },
  })
  const published = { version: 1, hash: compiled.hash, at, by: 'Claire Vasseur', note: '' }
  const draft = { hash: compiled.hash, revision: 1, updatedAt: at, updatedBy: 'Claire Vasseur' }
  await Scenario.create({ _id: id, document, ...draft, published })
  return compiled.hash
}
