import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Kept, keepRunning } from '../supervise/keep-running.ts'
import { type NodeProgram, startNodeProgram } from '../supervise/node-program.ts'

/** Long, because the first start brings the demo company in. */
const startTimeout = 600_000
const stopGrace = 4_000

/** Our two programs, with the bound of their JavaScript heaps in megabytes. */
const programs = {
  api: { file: '../../main-api.ts', heap: 256 },
  worker: { file: '../../main-worker.ts', heap: 320 },
} as const

export interface ProgramOptions {
  readonly home: string
  readonly env: Readonly<Record<string, string>>
  readonly report: (line: string) => void
  readonly giveUp: (reason: string) => void
  /** It runs under another process id now. */
  readonly changed: () => void
}

export interface KeptProgram extends Kept<NodeProgram> {
  /** Ends it so that it starts from the sources as they are now. */
  renew(): void
}

/** Starts the API or the worker and starts it again when it crashes. */
export async function keepProgram(name: keyof typeof programs, options: ProgramOptions): Promise<KeptProgram> {
  const { file, heap } = programs[name]
  const kept = await keepRunning<NodeProgram>({
    name,
    report: options.report,
    giveUp: options.giveUp,
    async start(before) {
      const program = await startNodeProgram({
        name,
        file: fileURLToPath(new URL(file, import.meta.url)),
        log: join(options.home, 'logs', `${name}.log`),
        // The native parts allocate from many threads; two arenas instead of one per core and thread keep them small.
        env: { ...options.env, MALLOC_ARENA_MAX: '2' },
        heap,
        startTimeout,
        stopGrace,
      })
      if (before) setImmediate(options.changed)
      return program
    },
  })
  return {
    get current() {
      return kept.current
    },
    stop: kept.stop,
    renew: () => void kept.current.stop(),
  }
}
