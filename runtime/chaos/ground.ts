import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../servers/process/free-port.ts'
import { keepRunning } from '../servers/supervise/keep-running.ts'
import { type NodeProgram, startNodeProgram } from '../servers/supervise/node-program.ts'
import { startTestServers } from '../testing/test-servers.ts'
import type { Victim } from './plan.ts'

/** Everything that runs, each in a process that may be killed and is then started again on its data and its address. */
export interface Ground {
  readonly page: string
  readonly temporalAddress: string
  readonly databaseUri: string
  readonly mailLog: string
  /** Kills outright; false when it lay on the ground already. */
  readonly kill: (victim: Victim) => boolean
  readonly stop: () => Promise<void>
}

interface GroundOptions {
  readonly seed: number
  readonly report: (line: string) => void
}

const startTimeout = 60_000
const stopGrace = 3_000

export async function openGround({ seed, report }: GroundOptions): Promise<Ground> {
  const servers = await startTestServers({ report })
  const [smtpPort, pagePort] = [await freePort(), await freePort()]
  const mailLog = join(servers.home, 'mail.log')
  const uri = new URL(servers.database.address)
  uri.pathname = '/chaos'
  const env = {
    ...servers.environment,
    MONGODB_URI: uri.href,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    PORT: `${pagePort}`,
    LOG_LEVEL: 'warn',
  }
  let births = 0
  const programs = {
    smtp: { file: './smtp-program.ts', args: () => [`${smtpPort}`, mailLog, `${seed + births}`] },
    api: { file: '../main-api.ts', args: () => [] },
    worker: { file: './worker-program.ts', args: () => [] },
  }
  const keep = (name: keyof typeof programs) =>
    keepRunning<NodeProgram>({
      name,
      report,
      giveUp: (reason) => report(`${name} was given up: ${reason}`),
      start: () => {
        births++
        const { file, args } = programs[name]
        return startNodeProgram({
          ...{ name, env, heap: 320, startTimeout, stopGrace, args: args() },
          file: fileURLToPath(new URL(file, import.meta.url)),
          log: join(servers.home, 'logs', `${name}.log`),
        })
      },
    })
  const kept = { smtp: await keep('smtp'), worker: await keep('worker'), api: await keep('api') }
  const pidOf = (victim: Victim) => {
    if (victim === 'temporal' || victim === 'database') return servers[victim].pid
    return kept[victim].current.pid
  }
  return {
    ...{ page: `http://127.0.0.1:${pagePort}`, temporalAddress: servers.temporal.address },
    ...{ databaseUri: uri.href, mailLog },
    kill: (victim) => strike(pidOf(victim)),
    async stop() {
      await Promise.all(Object.values(kept).map((program) => program.stop()))
      await sleep(200)
      await servers.stop()
    },
  }
}

function strike(pid: number | undefined): boolean {
  try {
    process.kill(pid!, 'SIGKILL')
    return true
  } catch {
    return false
  }
}
