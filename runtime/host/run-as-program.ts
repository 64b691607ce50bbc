import { localeOf } from '../config.ts'
import { exitCodeOf, inWords } from '../errors.ts'

export interface Program {
  /** Rejects when the program can no longer do its work; it then ends, to be started again. */
  readonly running?: Promise<unknown>
  stop(): Promise<void>
}

/**
 * Runs one of our long-lived programs: starts it, tells the supervisor when it is ready, and stops it on SIGTERM, SIGINT
 * or when the supervisor is gone. Without a supervisor (in a container) it runs until a signal.
 */
export async function runAsProgram(start: () => Promise<Program>): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, () => resolve())
  })
  try {
    const program = await start()
    process.send?.('ready')
    await Promise.race(program.running ? [asked, program.running] : [asked])
    await program.stop()
    process.exit(0)
  } catch (error) {
    console.error(inWords(error, localeOf()))
    process.exit(exitCodeOf(error))
  }
}
