import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { build } from 'vite'
import type { Role } from '../../runtime/contract/portfolio.ts'
import { createToken } from '../../runtime/operations/tokens.ts'
import { startApi } from '../../runtime/testing/start-api.ts'

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
  const { page, stop } = await startApi({ home, designer })
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
      await stop()
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
