import { join } from 'node:path'
import { effects } from '@relance/nodes/effects'
import { registry } from '@relance/nodes/registry'
import { Client } from '@temporalio/client'
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'
import type { Channel } from '../channels/channel.ts'
import { createEmailChannel } from '../channels/email.ts'
import { resolveMoment } from '../domain/calendar/resolve-moment.ts'
import type { CompiledScenario } from '../machine/types.ts'
import { taskQueues } from '../workflows/protocol.ts'
import { createDeskActivities, createFileActivities } from './create-activities.ts'
import { createFileDoor, type FileDoor } from './file-door.ts'
import { createRehearsalActivities } from './rehearsal/create-rehearsal-activities.ts'
import { readScript, rehearsalOf } from './rehearsal/rehearsal-record.ts'
import { createScenarioCodec } from './scenario-codec.ts'
import { createScenarioStore } from './scenario-store.ts'
import type { Log, Services } from './services.ts'
import { workflowBundle } from './workflow-bundle.ts'

export interface WorkerSetup {
  readonly connection: NativeConnection
  readonly namespace: string
  /** RELANCE_HOME: the workflow bundle is kept there. */
  readonly home: string
  /** Server that sends the e-mails. */
  readonly smtpUrl: string
  /** Mail catcher of rehearsals; without one they write no e-mails, only their steps. */
  readonly catcherUrl?: string
  readonly log: Log
  /** What a test replaces. */
  readonly services?: Partial<Services>
  readonly options?: Pick<WorkerOptions, 'shutdownGraceTime' | 'shutdownForceTime'>
}

export interface RelanceWorker {
  readonly door: FileDoor
  /** Works until `stop`, or throws when the worker fails. */
  readonly run: () => Promise<void>
  /** Takes no new work, lets what is under way end, closes the channels. */
  readonly stop: () => Promise<void>
}

/** How long (ms) an automatic message waits for the debtor's other invoices of the same moment. */
const gatherFor = 20_000
/** Longer (ms) than a send can take with all its timeouts. */
const claimLimit = 240_000
/** How often (ms) desks that were lost are looked for. */
const deskRound = 600_000
/** Desks at work together: enough to keep every connection to the provider busy; others wait in the server's queue. */
const desksAtOnce = 10
const grace = { shutdownGraceTime: '25 s', shutdownForceTime: '30 s' } as const

/** A worker for files, desks and rehearsals. The database must be connected. */
export async function createWorker(setup: WorkerSetup): Promise<RelanceWorker> {
  const { connection, namespace, home, log } = setup
  const client = new Client({ connection, namespace })
  const door = createFileDoor(client)
  const email = createEmailChannel({ url: setup.smtpUrl })
  const services: Services = {
    ...{ now: () => new Date(), registry, effects, scenarios: createScenarioStore() },
    ...{ email, signals: door, resolveMoment, gatherFor, claimLimit, log },
    ...setup.services,
  }
  const { code } = await workflowBundle({ folder: join(home, 'bundles') })
  const catcher = setup.catcherUrl ? createEmailChannel({ url: setup.catcherUrl }) : null
  const codec = createScenarioCodec((reference) => findCompiled(reference, services))
  const common: Pick<WorkerOptions, 'connection' | 'namespace' | 'workflowBundle' | 'dataConverter'> = {
    ...{ connection, namespace },
    workflowBundle: { code },
    dataConverter: { payloadCodecs: [codec] },
  }
  const workers = await Promise.all([
    Worker.create({
      ...{ ...common, ...grace, ...setup.options },
      taskQueue: taskQueues.files,
      activities: { ...createFileActivities(services), ...createRehearsalActivities(services, catcher) },
      maxCachedWorkflows: 500,
      maxConcurrentWorkflowTaskExecutions: 40,
      maxConcurrentLocalActivityExecutions: 100,
    }),
    Worker.create({
      ...{ ...common, ...grace, ...setup.options },
      taskQueue: taskQueues.desks,
      activities: createDeskActivities(services),
      maxCachedWorkflows: 200,
      maxConcurrentWorkflowTaskExecutions: desksAtOnce,
      maxConcurrentLocalActivityExecutions: desksAtOnce,
    }),
  ])
  return { door, ...lifeOf(workers, { door, log, close: () => closeAll(email, catcher) }) }
}

/** A published version, or what a rehearsal plays. */
async function findCompiled(reference: string, { scenarios }: Pick<Services, 'scenarios'>): Promise<CompiledScenario> {
  const rehearsal = rehearsalOf(reference)
  if (rehearsal === undefined) return (await scenarios.get(reference)).compiled
  return { ...(await readScript(rehearsal)).compiled, hash: reference }
}

async function closeAll(...channels: readonly (Channel | null)[]): Promise<void> {
  await Promise.all(channels.map((channel) => channel?.close()))
}

function lifeOf(
  workers: readonly Worker[],
  { door, log, close }: { door: FileDoor; log: Log; close: () => Promise<void> },
) {
  let timer: NodeJS.Timeout | undefined
  const wake = () => {
    door
      .wakeDesks()
      .then((woken) => woken > 0 && log.info({ woken }, 'contact desks that were lost are open again'))
      .catch((err) => log.warn({ err }, 'lost contact desks could not be looked for; the next round will'))
  }
  let runs: readonly Promise<void>[] = []
  return {
    run: () => {
      wake()
      timer = setInterval(wake, deskRound).unref()
      runs = workers.map((worker) => worker.run())
      return Promise.all(runs).then(() => undefined)
    },
    stop: async () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown()
      clearInterval(timer)
      await Promise.allSettled(runs)
      await close()
    },
  }
}
