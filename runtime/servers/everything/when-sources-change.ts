import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { checkout } from '../../config.ts'

export interface BuildRecipe {
  /** File that remembers the sources of the last build. */
  readonly stamp: string
  /** Folders of the checkout that the build draws from. */
  readonly sources: readonly string[]
}

const left = /(^|\/)(node_modules|dist|e2e|testing|storybook-static|\.storybook)(\/|$)|\.(test|stories)\.tsx?$|\.md$/

/** Runs `build` unless the last one was made from these very sources; tells whether it ran. */
export async function whenSourcesChange({ stamp, sources }: BuildRecipe, build: () => Promise<void>): Promise<boolean> {
  const hash = await hashOf(sources)
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return false
  await build()
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, hash)
  return true
}

async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  const files = (await Promise.all(sources.map(filesUnder))).flat()
  for (const file of [...files.sort(), 'package-lock.json']) {
    hash.update(file).update(await readFile(join(checkout, file)))
  }
  return hash.digest('hex')
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(join(checkout, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length).split(sep).join('/'))
    .filter((file) => !left.test(file))
}
