import { userInfo } from 'node:os'
import type { Command } from 'commander'
import { localeOf, readConfig } from '../config.ts'
import { type Role, roles } from '../contract/portfolio.ts'
import { RelanceError } from '../errors.ts'
import { connectDatabase, disconnectDatabase } from '../models/connect-database.ts'
import { createToken } from '../operations/tokens.ts'
import { withServers } from '../servers/with-servers.ts'
import { apiWords, fill } from './api-words.ts'
import { words } from './words.ts'

interface CreateOptions {
  readonly role: string
  readonly name: string
  readonly json?: boolean
}

/** `relance token create --role ROLE [--name NAME]`: prints the secret on standard output, alone, so that a script can keep it. */
export function registerToken(program: Command): void {
  const locale = localeOf()
  program
    .command('token')
    .description(apiWords.token[locale])
    .command('create')
    .description(apiWords.create[locale])
    .requiredOption('--role <role>', apiWords.role[locale])
    .option('--name <name>', apiWords.name[locale], userInfo().username)
    .option('--json', words.json[locale])
    .action(async ({ role, name, json }: CreateOptions) => {
      if (!isRole(role)) {
        const detail = fill(apiWords.badRole[locale], { role, roles: roles.join(', ') })
        throw new RelanceError('wrong-use', { detail })
      }
      const token = await writeToken({ role, name })
      process.stdout.write(`${json ? JSON.stringify({ token, role, name }, null, 2) : token}\n`)
    })
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

function writeToken(caller: { role: Role; name: string }): Promise<string> {
  const report = (line: string) => process.stderr.write(`${line}\n`)
  return withServers({ config: readConfig(), report }, async ({ mongodbUri }) => {
    await connectDatabase(mongodbUri)
    try {
      return await createToken({ ...caller, now: new Date() })
    } finally {
      await disconnectDatabase()
    }
  })
}
