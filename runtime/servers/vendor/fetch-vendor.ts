import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Runs as a process of its own, so that a download that hangs can be killed: `fetch-vendor.ts temporal|mongod FOLDER`
 * has the vendor's package fill FOLDER and tells the binary's name to its parent.
 */
const [product, folder] = process.argv.slice(2) as ['temporal' | 'mongod', string]

async function fetchTemporal(): Promise<string> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing')
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', version: 'v1.9.1', downloadDir: folder } },
  })
  await environment.teardown()
  const [name] = await readdir(folder)
  if (!name) throw new Error('the download left no file')
  return join(folder, name)
}

async function fetchMongod(): Promise<string> {
  const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js')
  return await MongoBinary.getPath({ downloadDir: folder })
}

process.once('disconnect', () => process.exit(1))
try {
  const file = await (product === 'temporal' ? fetchTemporal() : fetchMongod())
  process.send?.({ file })
} catch (error) {
  process.send?.({ reason: innermost(error) })
}
process.disconnect?.()

/** The end of the chain of causes, which is what a person can use: `getaddrinfo ENOTFOUND …`. */
function innermost(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause) return innermost(error.cause)
  const lastLine = error.message.split('\n').findLast((line) => line.trim()) ?? error.name
  return lastLine.split(': ').slice(-2).join(': ').trim().slice(0, 160)
}
