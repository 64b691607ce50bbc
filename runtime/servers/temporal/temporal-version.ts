import { runProgram } from '../process/run-program.ts'

/** Skipping time per workflow came with these. */
export const neededServer = '1.32.0'
export const neededCli = '1.9.1'

/** Whether dotted version `found` is `needed` or later; missing parts count as 0, what follows a dash is ignored. */
export function isAtLeast(found: string, needed: string): boolean {
  const parts = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number)
  const [a, b] = [parts(found), parts(needed)]
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

/** Checks that `file` is the Temporal command line, new enough; returns the version of its server. */
export async function checkTemporalBinary(file: string): Promise<string> {
  const output = await runProgram(file, ['--version'], { timeout: 20_000 })
  const [, cli, server] = /temporal version (\S+) \(Server (\d[\d.]*)/.exec(output) ?? []
  if (!cli || !server) throw new Error(`${file} is not the Temporal command line`)
  if (!isAtLeast(server, neededServer)) {
    throw new Error(`${file} is ${cli} with server ${server}; ${neededCli} or later is needed`)
  }
  return server
}
