import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { holdHome, takeHome } from '../servers/hold-home.ts'
import { untilAskedToStop } from '../servers/supervise/until-asked-to-stop.ts'
import { words } from './words.ts'

/** `relance servers`: the servers alone, for as long as it runs; one line of variables per server. */
export function registerServers(program: Command): void {
  const { locale, underNpm } = readConfig()
  program
    .command('servers')
    .description(words.servers[locale])
    .action(async () => {
      const asked = untilAskedToStop({ underNpm })
      const config = readConfig()
      const lock = await takeHome(config)
      const held = await holdHome({ config, lock, pages: true, giveUp: asked.stop, report })
      held.publish('', [])
      process.stdout.write(`${lines(held.servers.environment).join('\n')}\n`)
      await asked.stopped
      await held.stop()
    })
}

function report(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** One line per server, ready for a shell. */
function lines(environment: Readonly<Record<string, string>>): string[] {
  const groups = [['TEMPORAL_'], ['MONGODB_'], ['SMTP_', 'CATCHER_']]
  return groups.map((prefixes) =>
    Object.entries(environment)
      .filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix)))
      .map(([name, value]) => `${name}='${value}'`)
      .join(' '),
  )
}
