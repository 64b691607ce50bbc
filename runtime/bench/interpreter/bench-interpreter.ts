import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Client, Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { bundleWorkflows } from '../../activities/bundle-workflows.ts'
import { createScenarioCodec } from '../../activities/scenario-codec.ts'
import { startTestServers } from '../../testing/test-servers.ts'
import { median, type Row, times } from '../report.ts'
import { benchActivities } from './bench-activities.ts'
import { benchScenario } from './bench-scenario.ts'

type History = proto.temporal.api.history.v1.IHistory

/** As in production: a scenario travels as its hash. */
const dataConverter = { payloadCodecs: [createScenarioCodec(async () => benchScenario())] }

const contestants = ['invoiceFile', 'handwrittenFile'] as const
type Contestant = (typeof contestants)[number]

interface Live {
  readonly cpuPerEvent: number
  readonly history: History
  readonly trace: readonly string[]
}

/**
 * A compiled scenario against a handwritten workflow with the same activities, in turn, on one server. Their traces must be
 * equal, else nothing is measured; their numbers of history events are a row of the table.
 */
export async function benchInterpreter({
  files = 20,
  rounds = 6,
}: {
  files?: number
  rounds?: number
} = {}): Promise<Row[]> {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const servers = await startTestServers()
  const connection = await NativeConnection.connect({ address: servers.temporal.address })
  const clientConnection = await Connection.connect({ address: servers.temporal.address })
  try {
    const client = new Client({ connection: clientConnection })
    const workflowsPath = fileURLToPath(new URL('./workflows.ts', import.meta.url))
    const bundle = { code: await bundleWorkflows(workflowsPath, { logger: new DefaultLogger('ERROR') }) }
    const bench = { client, connection, bundle, files }
    const live = await inTurns(rounds, (contestant, round) => runLive(contestant, { ...bench, round }))
    assertEquivalent(live)
    const replay = await inTurns(rounds, (contestant) => replayCost(live[contestant][0]!.history, { bundle }))
    return rowsOf(live, replay)
  } finally {
    await clientConnection.close()
    await connection.close()
    await servers.stop()
  }
}

/** A round to warm up, then the rounds that count. Whoever comes second pays for the first one's garbage: they take turns. */
async function inTurns<T>(
  rounds: number,
  run: (contestant: Contestant, round: number) => Promise<T>,
): Promise<Record<Contestant, T[]>> {
  const told: Record<Contestant, T[]> = { invoiceFile: [], handwrittenFile: [] }
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of round % 2 === 0 ? contestants : contestants.toReversed()) {
      collectGarbage()
      const result = await run(contestant, round)
      if (round > 0) told[contestant].push(result)
    }
  }
  return told
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

interface Bench {
  readonly client: Client
  readonly connection: NativeConnection
  readonly bundle: { readonly code: string }
  readonly files: number
  readonly round: number
}

async function runLive(contestant: Contestant, { client, connection, bundle, files, round }: Bench): Promise<Live> {
  const { played, ...activities } = benchActivities(benchScenario(), { scenario: contestant === 'invoiceFile' })
  const taskQueue = `bench-${contestant}-${round}`
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: bundle,
    dataConverter,
    activities: { ...activities },
  })
  const ids = Array.from({ length: files }, (_, file) => `${taskQueue}-${file}`)
  let cpu = 0
  await worker.runUntil(async () => {
    const before = process.cpuUsage()
    const handles = await Promise.all(
      ids.map((workflowId) =>
        client.workflow.start(contestant, {
          taskQueue,
          workflowId,
          args: [{ item: workflowId, scenario: benchScenario().hash }],
        }),
      ),
    )
    await Promise.all(handles.map((handle) => handle.result()))
    const { user, system } = process.cpuUsage(before)
    cpu = user + system
  })
  const history = await client.workflow.getHandle(ids[0]!).fetchHistory()
  const trace = played.filter(({ item }) => item === ids[0]).map(({ what }) => what)
  return { cpuPerEvent: cpu / (files * eventsOf(history)), history, trace }
}

/** CPU microseconds to bring one file back from its history, over many files, in a worker that has none of it. */
async function replayCost(
  history: History,
  { bundle, copies = 150 }: { bundle: Bench['bundle']; copies?: number },
): Promise<number> {
  const histories = (function* () {
    for (let copy = 0; copy < copies; copy++) yield { workflowId: `replay-${copy}`, history }
  })()
  const before = process.cpuUsage()
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle, dataConverter }, histories))
    if (error) throw error
  const { user, system } = process.cpuUsage(before)
  return (user + system) / copies
}

const eventsOf = (history: History) => history.events?.length ?? 0
const bytesOf = (history: History) => proto.temporal.api.history.v1.History.encode(history).finish().length

function assertEquivalent(live: Record<Contestant, readonly Live[]>): void {
  const [compiled, byHand] = [live.invoiceFile.at(-1), live.handwrittenFile.at(-1)]
  if (!compiled || !byHand) return
  const traces = [compiled.trace.join('\n'), byHand.trace.join('\n')]
  if (traces[0] !== traces[1]) throw new Error(`The two workflows differ:\n${traces.join('\n--- by hand ---\n')}`)
}

function rowsOf(live: Record<Contestant, readonly Live[]>, replay: Record<Contestant, readonly number[]>): Row[] {
  const [compiled, byHand] = [live.invoiceFile.at(-1)!, live.handwrittenFile.at(-1)!]
  const paired = (left: readonly number[], right: readonly number[]) =>
    median(left.map((value, i) => value / right[i]!))
  const cpu = (runs: readonly Live[]) => runs.map((run) => run.cpuPerEvent)
  const events = { left: eventsOf(compiled.history), right: eventsOf(byHand.history) }
  const bytes = { left: bytesOf(compiled.history), right: bytesOf(byHand.history) }
  const cpuRatio = paired(cpu(live.invoiceFile), cpu(live.handwrittenFile))
  const replayRatio = paired(replay.invoiceFile, replay.handwrittenFile)
  const micro = (value: number) => `${value.toFixed(0)} µs`
  return [
    {
      work: 'interpreter: history events',
      figure: `${events.left}`,
      floor: `${events.right} by hand`,
      ratio: times(events.left / events.right),
      budget: '= 1.00 ×',
      kept: events.left === events.right,
    },
    {
      work: 'interpreter: CPU per event',
      figure: micro(median(cpu(live.invoiceFile))),
      floor: `${micro(median(cpu(live.handwrittenFile)))} by hand`,
      ratio: times(cpuRatio),
      budget: '≤ 1.15 ×',
      kept: cpuRatio <= 1.15,
    },
    {
      work: 'interpreter: cold replay',
      figure: micro(median(replay.invoiceFile)),
      floor: `${micro(median(replay.handwrittenFile))} by hand`,
      ratio: times(replayRatio),
      budget: '≤ 1.25 ×',
      kept: replayRatio <= 1.25,
    },
    {
      work: 'interpreter: history bytes',
      figure: `${bytes.left} B`,
      floor: `${bytes.right} B by hand`,
      ratio: times(bytes.left / bytes.right),
      budget: '≤ 1.3 ×',
      kept: bytes.left <= bytes.right * 1.3,
    },
  ]
}
