import { runProgram } from '../process/run-program.ts'
import { isAtLeast } from '../temporal/temporal-version.ts'

export const neededMongod = '6.0'

/** Version of a mongod, refused when older than 6.0. */
export async function checkMongod(file: string): Promise<string> {
  const output = await runProgram(file, ['--version'], { timeout: 20_000 })
  const version = /db version v?(\d[\d.]*)/.exec(output)?.[1]
  if (!version) throw new Error(`${file} is not mongod`)
  if (!isAtLeast(version, neededMongod)) throw new Error(`${file} is ${version}; ${neededMongod} or later is needed`)
  return version
}
