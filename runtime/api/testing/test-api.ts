import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registry } from '@relance/nodes/registry'
import pino from 'pino'
import { connectDatabase, disconnectDatabase } from '../../models/connect-database.ts'
import type { Ports } from '../../operations/ports.ts'
import { databaseUri } from '../../testing/database-uri.ts'
import { createApi } from '../create-api.ts'
import { recordingFiles, type Signal } from './recording-files.ts'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  readonly body: any
  readonly text: string
  readonly headers: Headers
}

export interface TestApi {
  readonly url: string
  readonly ports: Ports
  /** Every signal that operations gave to files and desks, in order. */
  readonly signals: Signal[]
  /** The engine does not answer while this is true. */
  readonly outage: { on: boolean }
  /** The wall clock of the operations. */
  readonly clock: { now: Date }
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** Names of the files that uploads left behind. */
  readonly leftovers: () => Promise<string[]>
  readonly stop: () => Promise<void>
}

/** The real application over a database of its own; only the durable engine is recorded instead of run. */
export async function startTestApi({ name, loopback = true }: { name: string; loopback?: boolean }): Promise<TestApi> {
  await connectDatabase(databaseUri(name))
  const uploads = await mkdtemp(join(tmpdir(), 'relance-uploads-'))
  const clock = { now: new Date('2026-03-16T09:00:00Z') }
  const outage = { on: false }
  const { files, signals } = recordingFiles(outage)
  const ports: Ports = {
    now: () => clock.now,
    registry,
    files,
    rehearsals: { start: async () => undefined },
    pages: { mail: null, temporal: null },
    health: async () => ({ temporal: { ok: !outage.on, detail: '' } }),
    warn: () => undefined,
  }
  const log = pino({ level: 'silent' })
  const options = {
    ports,
    log,
    version: '0.0.0-test',
    loopback,
    demo: false,
    designer: null,
    uploads,
    checkAnswers: true,
  }
  const { app, close } = createApi(options)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  const send: TestApi['send'] = (method, path, body, headers = {}) => ask(url + path, { method, body, headers })
  return {
    url,
    ports,
    signals,
    outage,
    clock,
    get: (path, headers) => send('GET', path, undefined, headers),
    send,
    leftovers: () => readdir(uploads),
    async stop() {
      close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await disconnectDatabase()
      await rm(uploads, { recursive: true, force: true })
    },
  }
}

async function ask(
  url: string,
  { method, body, headers }: { method: string; body: unknown; headers: Record<string, string> },
): Promise<Answer> {
  const isForm = body instanceof FormData
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, text, headers: response.headers, body: isJson ? JSON.parse(text) : undefined }
}
