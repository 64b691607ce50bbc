import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { RelanceError } from '../../errors.ts'
import { freePort } from '../process/free-port.ts'
import { type GuardedOptions, type GuardedProcess, startGuarded } from '../process/guarded-process.ts'
import { waitUntil } from '../process/wait-until.ts'
import type { ServerHandle } from '../server-handle.ts'
import type { DatabaseEngine, FoundDatabase } from './find-database.ts'

const startTimeout = 60_000
const stopGrace = 4_000
const databaseName = 'relance'

export interface DatabaseStart {
  /** RELANCE_HOME, absolute; its logs/ exists. */
  readonly home: string
  readonly found: FoundDatabase
  /** Port to take, so that a restart after a crash is found again; any free one when absent. */
  readonly port?: number
}

/** The engine whose data lie in `home`, if there are any. */
export function engineOf(home: string): DatabaseEngine | undefined {
  if (existsSync(join(home, 'database', 'java.mv'))) return 'java'
  if (existsSync(join(home, 'database', 'mongod'))) return 'mongod'
  return undefined
}

/** Starts the database on its files in RELANCE_HOME and waits until it listens. */
export async function startDatabase(options: DatabaseStart): Promise<ServerHandle> {
  const folder = join(options.home, 'database')
  await mkdir(join(folder, options.found.engine === 'mongod' ? 'mongod' : ''), { recursive: true })
  const log = join(options.home, 'logs', 'database.log')
  const port = options.port ?? (await freePort())
  const server =
    options.found.engine === 'mongod'
      ? await startGuarded(mongodProcess(options.found.file, { folder, port, log }))
      : await startJava(options.found.java, { folder, port, log })
  await listening(server, { port, log })
  return {
    need: 'database',
    address: `mongodb://127.0.0.1:${port}/${databaseName}?directConnection=true`,
    foundBy: options.found.foundBy,
    version: options.found.version,
    pid: server.pid,
    ended: server.ended,
    stop: () => server.stop(stopGrace),
  }
}

interface Place {
  readonly folder: string
  readonly port: number
  readonly log: string
}

function mongodProcess(file: string, { folder, port, log }: Place): GuardedOptions {
  const place = ['--dbpath', join(folder, 'mongod'), '--bind_ip', '127.0.0.1', '--port', `${port}`]
  return {
    name: 'database',
    command: file,
    args: [...place, '--nounixsocket', '--quiet', '--wiredTigerCacheSizeGB', '0.25'],
    log,
  }
}

const javaOptions = [
  ...['-Xms32m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:MinHeapFreeRatio=10', '-XX:MaxHeapFreeRatio=30'],
  ...['-XX:MaxDirectMemorySize=64m', '-XX:ReservedCodeCacheSize=48m'],
  ...['-XX:+ExitOnOutOfMemoryError', '-Xshare:auto', '-Dio.netty.allocator.type=unpooled'],
]

async function startJava(
  { java, classPath }: { java: string; classPath: string },
  { folder, port, log }: Place,
): Promise<GuardedProcess> {
  const portFile = join(folder, 'java.port')
  await rm(portFile, { force: true })
  const server = await startGuarded({
    name: 'database',
    command: java,
    args: [...javaOptions, '-cp', classPath, 'DatabaseServer', join(folder, 'java.mv'), `${port}`, portFile],
    log,
    watchesStdin: true,
  })
  const told = () => readFile(portFile, 'utf8')
  await waitUntil(told, { timeout: startTimeout, ended: server.ended }).catch(() => stopped(server, log))
  return server
}

function listening(server: GuardedProcess, { port, log }: { port: number; log: string }): Promise<void> {
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.destroy()
        resolve()
      })
    })
  return waitUntil(ask, { timeout: startTimeout, ended: server.ended }).catch(() => stopped(server, log))
}

async function stopped(server: GuardedProcess, log: string): Promise<never> {
  await server.stop(stopGrace)
  throw new RelanceError('server-stopped', { need: 'MongoDB', log, tail: await server.tail() })
}
