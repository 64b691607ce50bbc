import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from '@temporalio/worker'
import { bundleWorkflows } from './bundle-workflows.ts'

const runtime = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const entry = join(runtime, 'workflows', 'bundle.ts')

/** Folders that the bundle may draw from; a change in any of them makes a new one. */
const sources = ['workflows', 'machine', 'domain', '../nodes/sdk']
const packages = ['@temporalio/worker', '@temporalio/workflow', 'xstate']

export interface WorkflowBundle {
  readonly code: string
  /** True when it was found, not made. */
  readonly isCached: boolean
}

/** The workflows as the one script that the sandbox runs, made once per state of the sources and kept in `folder`. */
export async function workflowBundle({ folder, logger }: { folder: string; logger?: Logger }): Promise<WorkflowBundle> {
  const file = join(folder, `workflows-${await fingerprint()}.js`)
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return { code: kept, isCached: true }
  const code = await bundleWorkflows(entry, { ...(logger && { logger }) })
  await mkdir(folder, { recursive: true })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, code)
  await rename(draft, file)
  return { code, isCached: false }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const folder = join(runtime, source)
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).sort()
    for (const name of files) hash.update(name).update(await readFile(join(folder, name)))
  }
  hash.update(await readFile(join(runtime, 'activities', 'bundle-workflows.ts')))
  for (const name of packages) hash.update(await readFile(packageJson(name)))
  return hash.digest('hex').slice(0, 24)
}

function packageJson(name: string): string {
  let folder = dirname(require.resolve(name))
  while (!folder.endsWith(join('node_modules', name))) folder = dirname(folder)
  return join(folder, 'package.json')
}
