import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { createScenarioCodec } from '../activities/scenario-codec.ts'
import type { Asked, DateAsk } from '../workflows/file-activities.ts'
import { benchActivities } from './interpreter/bench-activities.ts'
import { benchScenario } from './interpreter/bench-scenario.ts'

/**
 * A worker in a process of its own, so that its memory can be read. It is told its server, its queue and how many files it
 * may keep; it tells when each file woke. Activities are empty: what is seen is the workflows' own weight.
 */
const [address = '', taskQueue = '', codePath = '', cached = '0'] = process.argv.slice(2)

/** A second rest of a file outlasts the bench, ms. */
const day = 86_400_000

const { played: _, ...activities } = benchActivities(benchScenario(), { scenario: true })
Runtime.install({ logger: new DefaultLogger('ERROR') })
const connection = await NativeConnection.connect({ address })
const worker = await Worker.create({
  connection,
  taskQueue,
  workflowBundle: { codePath },
  dataConverter: { payloadCodecs: [createScenarioCodec(async () => benchScenario())] },
  maxCachedWorkflows: Number(cached),
  activities: {
    ...activities,
    async resolveDate({ trace, place }: Pick<DateAsk, 'trace' | 'place'>) {
      if (place.visit > 1) return { at: new Date(Date.now() + day).toISOString(), past: false }
      const at = Number(trace.item.split('-').at(-1))
      process.send?.({ rests: trace.item, at })
      return { at: new Date(at).toISOString(), past: false }
    },
    async readFacts(ask: Asked) {
      process.send?.({ woke: ask.trace.item, at: Date.now() })
      return activities.readFacts(ask)
    },
  },
})
process.on('message', (message) => {
  if (message === 'rss') process.send?.({ rss: process.memoryUsage.rss() })
  if (message === 'stop') process.exit(0)
})
process.send?.({ ready: true })
await worker.run()
