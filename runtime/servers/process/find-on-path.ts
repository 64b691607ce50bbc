import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'

const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']

/** Full name of the first executable called `name` in `folders`. */
export async function findOnPath(name: string, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    for (const suffix of suffixes) {
      const file = join(folder, name + suffix)
      if (await isExecutable(file)) return file
    }
  }
  return undefined
}

/** Whether `file` is a file that we may run. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}
