import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registry } from '@relance/nodes/registry'
import pino from 'pino'
import { createApi } from '../api/create-api.ts'
import { recordingFiles } from '../api/testing/recording-files.ts'
import { readConfig } from '../config.ts'
import { connectDatabase, disconnectDatabase } from '../models/connect-database.ts'
import { findDatabase } from '../servers/database/find-database.ts'
import { startDatabase } from '../servers/database/start-database.ts'
import { memoryOf } from '../servers/process/memory-of.ts'
import { ledgerDay } from '../testing/random-ledger.ts'

export interface ApiBed {
  /** Throws on any answer but a good one. */
  readonly ask: (path: string, body?: unknown) => Promise<void>
  /** CPU time of database and API so far, in ms; of the API alone where /proc is missing. */
  readonly cpu: () => Promise<number>
  readonly memory: () => Promise<string>
}

/** The API in this process, on an embedded database of its own. */
export async function withApi<T>(work: (bed: ApiBed) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'relance-lists-'))
  await mkdir(join(home, 'logs'))
  const { path, cache } = readConfig()
  const found = await findDatabase({ path, cache, report: () => {}, engine: 'java' })
  const database = await startDatabase({ home, found })
  await connectDatabase(database.address)
  const { app, close } = createApi({
    ports: {
      now: () => new Date(`${ledgerDay}T09:00:00Z`),
      registry,
      files: recordingFiles({ on: false }).files,
      rehearsals: { start: async () => undefined },
      pages: { mail: null, temporal: null },
      health: async () => ({}),
      warn: (fields) => console.error(fields),
    },
    log: pino({ level: 'silent' }),
    version: 'bench',
    ...{ loopback: true, demo: false, designer: null, uploads: home },
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  try {
    return await work({
      async ask(path, body) {
        const response = await fetch(url + path, body === undefined ? {} : posting(body))
        if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
        await response.arrayBuffer()
      },
      async cpu() {
        const { user, system } = process.cpuUsage()
        return (user + system) / 1_000 + (await cpuOf(database.pid))
      },
      async memory() {
        const [stored] = await memoryOf([database.pid!])
        const megabytes = (bytes = 0) => `${(bytes / 1_048_576).toFixed(0)} MB`
        return `database ${megabytes(stored?.rss)}, API with its client ${megabytes(process.memoryUsage.rss())}`
      },
    })
  } finally {
    close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await disconnectDatabase()
    await database.stop()
    await rm(home, { recursive: true, force: true, maxRetries: 3 })
  }
}

const posting = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** User and system time of a process, in ms, at the 100 ticks a second of Linux. */
async function cpuOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}
