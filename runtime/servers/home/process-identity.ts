import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process and the moment it began, since process ids are given out again. */
export interface ProcessIdentity {
  readonly pid: number
  readonly began: string
}

/** Identity of a living process, nothing when there is none with that id. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  const began = beginning(pid)
  return began === undefined ? undefined : { pid, began }
}

/** Whether that very process still runs. */
export function isAlive({ pid, began }: ProcessIdentity): boolean {
  return identify(pid)?.began === began
}

function beginning(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return state === 'Z' ? undefined : rest[18]
    }
    if (process.platform === 'win32') return 'unknown'
    return execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
