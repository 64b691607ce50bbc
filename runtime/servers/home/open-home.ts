import { mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ErrorData } from '../../error-data.ts'
import { RelanceError } from '../../errors.ts'

const neededBytes = 200 * 1024 * 1024

const causes: Readonly<Record<string, ErrorData['home-unusable']['cause']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
}

/** Makes RELANCE_HOME and checks that it can be written to and has 200 MB left. Throws `home-unusable`. */
export async function openHome(home: string): Promise<void> {
  const unusable = (error: NodeJS.ErrnoException) =>
    new RelanceError('home-unusable', { home, cause: causes[error.code ?? ''] ?? 'read-only', detail: error.message })
  try {
    await makeFolder(home)
    await makeFolder(join(home, 'logs'))
    const trial = join(home, `.trial-${process.pid}`)
    await writeFile(trial, 'x')
    await rm(trial)
  } catch (error) {
    throw unusable(error as NodeJS.ErrnoException)
  }
  const { bavail, bsize } = await statfs(home)
  if (bavail * bsize < neededBytes) {
    const left = `${Math.floor((bavail * bsize) / 1024 / 1024)} MB left, ${neededBytes / 1024 / 1024} MB needed`
    throw new RelanceError('home-unusable', { home, cause: 'full', detail: left })
  }
}

/** Node's own recursive mkdir never returns where a parent exists in which nothing can be made, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) await makeFolder(parent)
  await mkdir(folder).catch(async (error) => {
    if (!(await isFolder(folder))) throw error
  })
}

async function isFolder(folder: string): Promise<boolean> {
  return await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
}
