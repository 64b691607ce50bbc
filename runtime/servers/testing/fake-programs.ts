import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface FakeMachine {
  /** An empty PATH to which programs are added. */
  readonly path: readonly string[]
  readonly cache: string
  /** What was reported, line by line. */
  readonly lines: string[]
  readonly report: (line: string) => void
  /** Puts a program on PATH whose whole behaviour is this shell script. */
  program(name: string, script: string): Promise<string>
  /** Puts a program in the cache. */
  cached(name: string, script: string): Promise<string>
}

/** A machine that has nothing but what a test puts there. */
export async function fakeMachine(): Promise<FakeMachine> {
  const root = await mkdtemp(join(tmpdir(), 'relance-machine-'))
  const [bin, cache] = [join(root, 'bin'), join(root, 'cache')]
  await Promise.all([mkdir(bin), mkdir(cache)])
  const lines: string[] = []
  return {
    path: [bin],
    cache,
    lines,
    report: (line) => lines.push(line),
    program: (name, script) => write(join(bin, name), script),
    cached: (name, script) => write(join(cache, name), script),
  }
}

async function write(file: string, script: string): Promise<string> {
  await writeFile(file, `#!/bin/sh\nPATH=/usr/local/bin:/usr/bin:/bin\n${script}\n`)
  await chmod(file, 0o755)
  return file
}
