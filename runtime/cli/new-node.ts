import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Locale } from '@relance/sdk/words'
import type { Command } from 'commander'
import { localeOf } from '../config.ts'
import { RelanceError } from '../errors.ts'
import { newNodeWords } from './new-node-words.ts'
import { nodeFiles } from './node-scaffold.ts'
import { words } from './words.ts'

const nodesFolder = join(import.meta.dirname, '..', '..', 'nodes')

/** `relance new-node NAME`: a folder with a step that works, its test and its page; the lists are left to its author. */
export function registerNewNode(program: Command): void {
  const locale = localeOf()
  program
    .command('new-node')
    .argument('<name>', newNodeWords.name[locale])
    .description(newNodeWords.description[locale])
    .option('--json', words.json[locale])
    .action((name: string, { json }: { json?: boolean }) => {
      const paths = scaffoldNode(name, { folder: nodesFolder, locale })
      const files = paths.map((path) => relative(process.cwd(), path))
      const text = json
        ? JSON.stringify({ kind: name, files }, null, 2)
        : [...files, newNodeWords.next[locale]].join('\n')
      process.stdout.write(`${text}\n`)
    })
}

/** Writes the files of a new kind and returns their paths. Refuses a malformed or taken name before writing anything. */
export function scaffoldNode(name: string, { folder, locale }: { folder: string; locale: Locale }): string[] {
  const refuse = (why: 'malformed' | 'taken') =>
    new RelanceError('wrong-use', { detail: newNodeWords[why][locale].replace('{name}', name) })
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 24) throw refuse('malformed')
  const target = join(folder, name)
  if (existsSync(target)) throw refuse('taken')
  mkdirSync(target, { recursive: true })
  return Object.entries(nodeFiles(name)).map(([file, text]) => {
    const path = join(target, file)
    writeFileSync(path, text, { flag: 'wx' })
    return path
  })
}
