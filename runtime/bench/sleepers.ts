import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DefaultLogger } from '@temporalio/worker'
import { bundleWorkflows } from '../activities/bundle-workflows.ts'

export interface SleepersSetup {
  readonly address: string
  readonly taskQueue: string
  /** File of the bundled workflows. */
  readonly codePath: string
  /** Files kept in the worker's cache. */
  readonly cached: number
}

export interface Sleepers {
  /** Due times (ms) by file, as far as they are known. */
  readonly due: ReadonlyMap<string, number>
  /** When each file woke first (ms). */
  readonly woken: ReadonlyMap<string, number>
  /** Resident bytes of the worker. */
  readonly rss: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** The bench's workflows, bundled once into `folder`: a worker that bundles would be weighed with its bundler. */
export async function bundleFor(folder: string): Promise<string> {
  const workflowsPath = fileURLToPath(new URL('./interpreter/workflows.ts', import.meta.url))
  const code = await bundleWorkflows(workflowsPath, { logger: new DefaultLogger('ERROR') })
  const path = join(folder, 'bench-workflows.js')
  await writeFile(path, code)
  return path
}

/** The workflow id of a sleeping file; its worker reads there when it is due (ms since the epoch). */
export const sleeperId = (taskQueue: string, { index, due }: { index: number; due: number }) =>
  `${taskQueue}-${index}-${due}`

/** A worker process for sleeping files. */
export async function startSleepers(setup: SleepersSetup): Promise<Sleepers> {
  const program = fileURLToPath(new URL('./sleeping-worker.ts', import.meta.url))
  const { address, taskQueue, codePath, cached } = setup
  const child = fork(program, [address, taskQueue, codePath, `${cached}`], {
    execArgv: ['--max-old-space-size=320', '--max-semi-space-size=8', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const due = new Map<string, number>()
  const woken = new Map<string, number>()
  child.on('message', (message: { rests?: string; woke?: string; at: number }) => {
    if (message.rests) due.set(message.rests, message.at)
    if (message.woke && !woken.has(message.woke)) woken.set(message.woke, message.at)
  })
  await answer(child, 'ready')
  return {
    due,
    woken,
    async rss() {
      const told = answer<{ rss: number }>(child, 'rss')
      child.send('rss')
      return (await told).rss
    },
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

function answer<T>(child: ChildProcess, key: string): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bench worker ended with ${code}`)))
    child.on('message', (message: object) => key in message && resolve(message as T))
  })
}
