import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { words } from './words.ts'

/** `relance start`: everything, until Ctrl-C. */
export function registerStart(program: Command): void {
  const { locale } = readConfig()
  program
    .command('start')
    .description(words.start[locale])
    .option('--dev', words.dev[locale])
    .action(async ({ dev = false }: { dev?: boolean }) => {
      const { runEverything } = await import('../servers/everything/run-everything.ts')
      await runEverything({ config: readConfig(), dev })
    })
}
