import { runProgram } from './run-program.ts'

export interface ProcessMemory {
  readonly pid: number
  readonly command: string
  /** Resident set, in bytes. */
  readonly rss: number
}

/** Resident memory of the processes `roots` and of everything under them, by `ps`; empty where there is no `ps`. */
export async function memoryOf(roots: readonly number[]): Promise<ProcessMemory[]> {
  const output = await runProgram('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { timeout: 10_000 }).catch(() => '')
  const all = output.split('\n').flatMap((line) => {
    const [, pid, ppid, rss, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid ? [{ pid: Number(pid), ppid: Number(ppid), rss: Number(rss) * 1024, command }] : []
  })
  const wanted = new Set(roots)
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size
    for (const { pid, ppid } of all) if (wanted.has(ppid)) wanted.add(pid)
  }
  return all.filter(({ pid }) => wanted.has(pid)).map(({ pid, command, rss }) => ({ pid, command, rss }))
}
