import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registry } from '@relance/nodes/registry'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import pino from 'pino'
import { build } from 'vite'
import { createApi } from '../../runtime/api/create-api.ts'
import { recordingFiles } from '../../runtime/api/testing/recording-files.ts'
import { readConfig } from '../../runtime/config.ts'
import type { Role } from '../../runtime/contract/portfolio.ts'
import { connectDatabase, disconnectDatabase } from '../../runtime/models/connect-database.ts'
import { createToken } from '../../runtime/operations/tokens.ts'
import { findDatabase } from '../../runtime/servers/database/find-database.ts'
import { startDatabase } from '../../runtime/servers/database/start-database.ts'

export interface RunningStudio {
  readonly page: string
  /** Asks the API as the finance director at this machine. */
  readonly ask: <T>(path: string, body?: unknown) => Promise<T>
  /** A copy of the example for very small companies under an id of its own, and its address. */
  readonly draw: (id: string, change?: Partial<ScenarioDocument>) => Promise<string>
  readonly stored: (id: string) => Promise<ScenarioDocument>
  /** The headers of somebody who signed in elsewhere. */
  readonly signedIn: (caller: { name: string; role: Role }) => Promise<Record<string, string>>
  readonly example: ScenarioDocument
  readonly stop: () => Promise<void>
}

/** The built designer before the real API over a database of its own. Nothing runs: the durable engine is only recorded. */
export async function startStudio(): Promise<RunningStudio> {
  const home = await mkdtemp(join(tmpdir(), 'relance-studio-'))
  await mkdir(join(home, 'logs'))
  const designer = join(home, 'designer')
  await build({ root: new URL('..', import.meta.url).pathname, logLevel: 'error', build: { outDir: designer } })
  const { path, cache } = readConfig()
  const database = await startDatabase({ home, found: await findDatabase({ path, cache, report: () => {} }) })
  await connectDatabase(database.address)
  const { app, close } = createApi({
    ports: {
      now: () => new Date(),
      registry,
      files: recordingFiles({ on: false }).files,
      rehearsals: { start: async () => undefined },
      pages: { mail: null, temporal: null },
      health: async () => ({}),
      warn: (fields) => console.error(fields),
    },
    log: pino({ level: 'silent' }),
    version: 'test',
    ...{ loopback: true, demo: false, designer, uploads: home },
  })
  const server = createServer(app)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const page = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const example = scenarioDocumentSchema.parse(
    JSON.parse(await readFile(new URL('../../examples/scenarios/tpe.json', import.meta.url), 'utf8')),
  )
  const ask = <T>(address: string, body?: unknown) => send<T>(`${page}/api${address}`, body)
  return {
    page,
    ask,
    example,
    async draw(id, change = {}) {
      const document = { ...example, id, name: `Essai ${id}`, segment: null, ...change }
      await ask('/scenarios', { document })
      return `${page}/scenarios/${id}`
    },
    stored: async (id) => (await ask<{ document: ScenarioDocument }>(`/scenarios/${id}`)).document,
    signedIn: async (caller) => ({ authorization: `Bearer ${await createToken({ ...caller, now: new Date() })}` }),
    async stop() {
      close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await disconnectDatabase()
      await database.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function send<T>(url: string, body: unknown): Promise<T> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(url, { ...sent, headers: { 'content-type': 'application/json' } })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
