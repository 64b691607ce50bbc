import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { checkout } from '../../config.ts'
import { RelanceError } from '../../errors.ts'
import { runProgram } from '../process/run-program.ts'

/** What the page is built from; the rest of these folders never reaches the browser. */
const sources = ['designer', 'nodes', 'templates', 'runtime/machine', 'runtime/domain', 'runtime/contract']
const left = /(^|\/)(node_modules|dist|e2e|storybook-static|\.storybook)(\/|$)|\.(test|stories)\.tsx?$|\.md$/
const buildTimeout = 300_000

export const designerFolder = join(checkout, 'designer', 'dist')

/** Builds the page unless `designer/dist` was built from these very sources; tells whether it did. Throws `build-failed`. */
export async function buildDesigner(report: (line: string) => void): Promise<boolean> {
  const stamp = join(designerFolder, '.built-from')
  const hash = await hashOfSources()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return false
  report('Page: building')
  const vite = join(checkout, 'node_modules', 'vite', 'bin', 'vite.js')
  try {
    const args = ['--max-old-space-size=1024', vite, 'build', '--logLevel', 'error']
    await runProgram(process.execPath, args, { timeout: buildTimeout, cwd: join(checkout, 'designer') })
    await writeFile(stamp, hash)
  } catch (error) {
    throw new RelanceError('build-failed', { part: 'designer', detail: String(error) })
  }
  return true
}

async function hashOfSources(): Promise<string> {
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
