import { fork } from 'node:child_process'
import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { fillCache } from '../cached.ts'
import { watchGrowth } from './watch-growth.ts'

export type VendorProduct = 'temporal' | 'mongod'

export interface VendorOptions {
  /** File that the binary becomes. */
  readonly target: string
  readonly signal: AbortSignal
}

const program = fileURLToPath(new URL('./fetch-vendor.ts', import.meta.url))

/** Has the vendor's own package download a server; throws its reason, or `nothing arrives` when the line is dead. */
export async function vendorDownload(product: VendorProduct, options: VendorOptions): Promise<string> {
  return await fillCache(options.target, async (partial) => {
    const folder = `${partial}.vendor`
    await mkdir(folder, { recursive: true })
    try {
      await rename(await fetchInto(product, { ...options, folder }), partial)
      await chmod(partial, 0o755)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function fetchInto(
  product: VendorProduct,
  { folder, signal }: VendorOptions & { folder: string },
): Promise<string> {
  const child = fork(program, [product, folder], { execArgv: ['--import', 'tsx'], stdio: 'ignore' })
  const growth = watchGrowth(folder, { product })
  try {
    return await Promise.race([
      growth.stalled,
      new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        child.once('message', (answer: { file?: string; reason?: string }) =>
          answer.file ? resolve(answer.file) : reject(new Error(answer.reason)),
        )
        child.once('error', reject)
        child.once('exit', (code) => reject(new Error(`exit code ${code}`)))
      }),
    ])
  } finally {
    growth.stop()
    child.kill('SIGKILL')
  }
}
