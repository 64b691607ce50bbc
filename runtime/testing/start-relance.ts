import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkout, environmentWith } from '../config.ts'
import { identify, isAlive, type ProcessIdentity } from '../servers/home/process-identity.ts'
import { memoryOf } from '../servers/process/memory-of.ts'

export interface RunningRelance {
  readonly page: string
  readonly pid: number
  /** All that it printed so far, both streams. */
  output(): string
  /** Every process of it, itself included. */
  processes(): Promise<ProcessIdentity[]>
  /** Sends a signal to its process group, as Ctrl-C in a terminal does, and waits for its end. */
  signal(signal: NodeJS.Signals): Promise<number | null>
}

/** Runs `relance start` as a person would, on a home of its own and a free port, until it says that it is ready. */
export async function startRelance(home: string, variables: Record<string, string> = {}): Promise<RunningRelance> {
  const { child, text, ended } = runRelance(['start'], { RELANCE_HOME: home, PORT: '0', ...variables })
  const readyLine = /^Relance is ready: (\S+)$/m
  while (!readyLine.test(text()) && child.exitCode === null) await sleep(100)
  const page = readyLine.exec(text())?.[1]
  if (!page || !child.pid) throw new Error(`relance start did not get ready:\n${text()}`)
  const pid = child.pid
  return {
    page,
    pid,
    output: text,
    async processes() {
      return (await memoryOf([pid])).flatMap((one) => identify(one.pid) ?? [])
    },
    signal(signal) {
      process.kill(-pid, signal)
      return ended
    },
  }
}

/** Runs a command of Relance to its end. */
export async function relance(
  args: readonly string[],
  variables: Record<string, string>,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const { text, ended } = runRelance(args, variables)
  const code = await ended
  return { code, text: text() }
}

/** Resolves with those that still run after `patience` ms. */
export async function survivors(processes: readonly ProcessIdentity[], patience: number): Promise<ProcessIdentity[]> {
  const until = Date.now() + patience
  while (processes.some(isAlive) && Date.now() < until) await sleep(100)
  return processes.filter(isAlive)
}

function runRelance(args: readonly string[], variables: Record<string, string>) {
  const servers = { TEMPORAL_ADDRESS: undefined, MONGODB_URI: undefined, SMTP_URL: undefined, LANG: 'C' }
  const child: ChildProcess = spawn(process.execPath, [join(checkout, 'runtime/cli/relance.mjs'), ...args], {
    detached: true,
    env: environmentWith({ ...servers, ...variables }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      said += part
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, ended, text: () => said }
}
