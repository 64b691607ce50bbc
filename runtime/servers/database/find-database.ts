import { join } from 'node:path'
import { type Attempt, firstThatWorks, isHere } from '../first-that-works.ts'
import { findOnPath } from '../process/find-on-path.ts'
import type { FoundBy } from '../server-handle.ts'
import { vendorDownload } from '../vendor/vendor-download.ts'
import { cachedJavaDatabase, type JavaDatabase, prepareJavaDatabase } from './java-database.ts'
import { checkMongod } from './mongod-version.ts'

export type DatabaseEngine = 'mongod' | 'java'

type Found = { readonly version: string } & (
  | { readonly engine: 'mongod'; readonly file: string }
  | { readonly engine: 'java'; readonly java: JavaDatabase }
)

export type FoundDatabase = Found & { readonly foundBy: FoundBy }

export interface FindDatabaseOptions {
  readonly path: readonly string[]
  readonly cache: string
  readonly report: (line: string) => void
  /** Engine that wrote the data already there: no other can read them, so no other is looked for. */
  readonly engine?: DatabaseEngine
  /** Look only on this machine: PATH and cache. */
  readonly here?: boolean
  /** The vendor's download; replaced in tests at its network end. */
  readonly vendor?: typeof vendorDownload
}

/** Finds a database server: mongod on PATH, what the cache holds, vendor's download, mongo-java-server. Throws `server-missing` after the last. */
export async function findDatabase(options: FindDatabaseOptions): Promise<FoundDatabase> {
  const wanted = attempts(options).filter(
    ({ engine, step }) => (!options.engine || engine === options.engine) && (!options.here || isHere(step)),
  )
  const { value, step } = await firstThatWorks<Found>(wanted, { need: 'database', report: options.report })
  return { ...value, foundBy: step }
}

function attempts(options: FindDatabaseOptions): (Attempt<Found> & { readonly engine: DatabaseEngine })[] {
  const { path, cache } = options
  const target = join(cache, 'mongod')
  const java = (database: JavaDatabase): Found => ({ engine: 'java', java: database, version: database.version })
  const mongod = async (file: string): Promise<Found> => ({ engine: 'mongod', file, version: await checkMongod(file) })
  return [
    {
      engine: 'mongod',
      step: 'path',
      label: 'mongod on PATH',
      timeout: 30_000,
      async run() {
        const file = await findOnPath('mongod', path)
        if (!file) throw new Error('not there')
        return await mongod(file)
      },
    },
    {
      engine: 'mongod',
      step: 'cache',
      label: 'mongod in the cache',
      timeout: 30_000,
      async run() {
        const file = await findOnPath('mongod', [cache])
        if (!file) throw new Error('not there yet')
        return await mongod(file)
      },
    },
    {
      engine: 'java',
      step: 'cache',
      label: 'mongo-java-server in the cache',
      timeout: 30_000,
      async run() {
        return java(await cachedJavaDatabase({ path, cache }))
      },
    },
    {
      engine: 'mongod',
      step: 'vendor',
      label: 'mongod by the vendor’s download',
      timeout: 300_000,
      async run(signal) {
        return await mongod(await (options.vendor ?? vendorDownload)('mongod', { target, signal }))
      },
    },
    {
      engine: 'java',
      step: 'maven',
      label: 'mongo-java-server by Maven and Java (6 MB)',
      timeout: 300_000,
      async run() {
        return java(await prepareJavaDatabase({ path, cache }))
      },
    },
  ]
}
