import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { checkout, environmentWith } from '../../config.ts'
import { RelanceError } from '../../errors.ts'
import { openLog } from '../process/open-log.ts'
import { tailOf } from '../process/tail-of.ts'
import type { Running } from './keep-running.ts'

export interface NodeProgramOptions {
  readonly name: string
  /** TypeScript file that calls `runAsProgram`. */
  readonly file: string
  readonly args?: readonly string[]
  readonly log: string
  readonly env: Readonly<Record<string, string>>
  /** Bound of the JavaScript heap, in megabytes. */
  readonly heap: number
  /** Milliseconds within which it must say that it is ready, and must end when asked to. */
  readonly startTimeout: number
  readonly stopGrace: number
}

export type NodeProgram = Running & { readonly pid: number }

/**
 * Starts one of our own programs and waits until it says that it is ready. It sits in a session of its own, so that
 * Ctrl-C reaches only us; it ends when its channel to us closes, however we ended. Throws `server-stopped`.
 */
export async function startNodeProgram(options: NodeProgramOptions): Promise<NodeProgram> {
  const log = openLog(options.log)
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${options.heap}`,
      '--max-semi-space-size=8',
      '--import',
      'tsx',
      options.file,
      ...(options.args ?? []),
    ],
    {
      cwd: checkout,
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: environmentWith(options.env),
      stdio: ['ignore', log, log, 'ipc'],
    },
  )
  closeSync(log)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `exit code ${code}`))
  })
  child.on('error', () => {})
  const running = { pid: child.pid ?? 0, ended, stop: () => stop(child, { ended, grace: options.stopGrace }) }
  if (!(await ready(child, { ended, timeout: options.startTimeout }))) {
    await running.stop()
    throw new RelanceError('server-stopped', {
      need: options.name,
      log: options.log,
      tail: await tailOf(options.log),
    })
  }
  return running
}

function ready(child: ChildProcess, { ended, timeout }: { ended: Promise<string>; timeout: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, timeout, false)
    const answer = (value: boolean) => {
      clearTimeout(late)
      resolve(value)
    }
    child.on('message', (message) => {
      if (message === 'ready') answer(true)
    })
    ended.then(() => answer(false))
  })
}

async function stop(child: ChildProcess, { ended, grace }: { ended: Promise<string>; grace: number }): Promise<void> {
  if (child.connected) child.disconnect()
  const late = setTimeout(() => killGroup(child), grace)
  await ended
  clearTimeout(late)
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // it has ended in the meantime
  }
}
