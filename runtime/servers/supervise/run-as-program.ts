import { localeOf } from '../../config.ts'
import { exitCodeOf, inWords } from '../../errors.ts'

/**
 * Runs one of our long-lived programs: starts it, tells the supervisor when it is ready, and stops it on SIGTERM, SIGINT
 * or when the supervisor is gone. Without a supervisor (in a container) it runs until a signal.
 */
export async function runAsProgram(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
    process.once('disconnect', () => resolve())
  })
  try {
    const program = await start()
    process.send?.('ready')
    await asked
    await program.stop()
    process.exit(0)
  } catch (error) {
    console.error(inWords(error, localeOf()))
    process.exit(exitCodeOf(error))
  }
}
