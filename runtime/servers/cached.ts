import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes `target` (a file or folder in the cache) by filling a neighbour and renaming it, so that what is in the cache is
 * always whole, also when two starts fill it at once.
 */
export async function fillCache(target: string, fill: (partial: string) => Promise<void>): Promise<string> {
  const partial = `${target}.${randomUUID()}.partial`
  await mkdir(dirname(target), { recursive: true })
  try {
    await fill(partial)
    await rm(target, { recursive: true, force: true })
    await rename(partial, target)
    return target
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}
