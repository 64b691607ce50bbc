import { join } from 'node:path'
import { RelanceError } from '../../errors.ts'
import { freePort } from '../process/free-port.ts'
import { type GuardedProcess, startGuarded } from '../process/guarded-process.ts'
import { waitUntil } from '../process/wait-until.ts'
import type { FoundBy, ServerHandle } from '../server-handle.ts'
import { probeTemporal } from './probe-temporal.ts'

const startTimeout = 60_000
const stopGrace = 4_000

export interface TemporalStart {
  /** RELANCE_HOME, absolute; its logs/ exists. */
  readonly home: string
  readonly binary: string
  readonly foundBy: FoundBy
  readonly namespace: string
  /** Port of the gRPC door, so that a restart after a crash is found again; any free one when absent. */
  readonly port?: number
  /** Port wished for the web page; no page when absent. */
  readonly pagePort?: number
}

/** Starts the development server on a file in RELANCE_HOME and waits until it answers. */
export async function startTemporal(options: TemporalStart): Promise<ServerHandle> {
  const port = options.port ?? (await freePort())
  const pagePort = options.pagePort === undefined ? undefined : await freePort(options.pagePort)
  const address = `127.0.0.1:${port}`
  const server = await startGuarded({
    name: 'temporal',
    command: options.binary,
    args: temporalArguments(options, { port, pagePort }),
    log: join(options.home, 'logs', 'temporal.log'),
    env: { GOMEMLIMIT: '320MiB', GOGC: '60' },
  })
  const version = await answering(server, address, join(options.home, 'logs', 'temporal.log'))
  return {
    need: 'temporal',
    address,
    foundBy: options.foundBy,
    version,
    page: pagePort === undefined ? undefined : `http://localhost:${pagePort}`,
    pid: server.pid,
    ended: server.ended,
    stop: () => server.stop(stopGrace),
  }
}

function temporalArguments(options: TemporalStart, ports: { port: number; pagePort?: number }): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', `${ports.port}`],
    ...['--db-filename', join(options.home, 'temporal.db')],
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    ...['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
    ...['--dynamic-config-value', 'system.workflowTimeSkippingEnabled=true'],
    ...['--namespace', options.namespace, '--log-level', 'error'],
    ...(ports.pagePort === undefined ? ['--headless'] : ['--ui-port', `${ports.pagePort}`]),
  ]
}

/** Version of the server once it answers; stops it and throws `server-stopped` when it does not. */
async function answering(server: GuardedProcess, address: string, log: string): Promise<string> {
  try {
    return await waitUntil(() => probeTemporal(address, 2_000), { timeout: startTimeout, ended: server.ended })
  } catch {
    await server.stop(stopGrace)
    throw new RelanceError('server-stopped', { need: 'Temporal', log, tail: await server.tail() })
  }
}
