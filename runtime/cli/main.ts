import { Command, CommanderError } from 'commander'
import { localeOf } from '../config.ts'
import { exitCodeOf, inWords } from '../errors.ts'
import { commands, isCommand } from './commands.ts'
import { words } from './words.ts'

const wrongUse = 2
const locale = localeOf()

const program = new Command('relance')
  .description(words.relance[locale])
  .helpOption('-h, --help', words.help[locale])
  .helpCommand(false)
  .showHelpAfterError(words.seeHelp[locale])
  .exitOverride()

try {
  await register(process.argv[2])
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : wrongUse
  } else {
    console.error(inWords(error, locale))
    process.exitCode = exitCodeOf(error)
  }
}

/** Loads only the command that is asked for, so that `validate` does not wait for the servers' code. */
async function register(name: string | undefined): Promise<void> {
  const wanted = name !== undefined && isCommand(name) ? [commands[name]] : Object.values(commands)
  for (const load of wanted) (await load())(program)
}
