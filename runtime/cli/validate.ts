import type { Locale } from '@relance/sdk/words'
import type { Command } from 'commander'
import { localeOf } from '../config.ts'
import { problemText } from '../machine/problem-words.ts'
import { langOption } from './lang-option.ts'
import { type CheckedFile, nameOf, problemLines, readScenarioFile } from './scenario-file.ts'
import { say, scenarioWords } from './scenario-words.ts'
import { words } from './words.ts'

interface ValidateOptions {
  readonly json?: boolean
  readonly lang: Locale
}

/** `relance validate`: every problem of a scenario at its place; exit code 1 when one forbids publishing, 2 for an unreadable file. */
export function registerValidate(program: Command): void {
  const locale = localeOf()
  program
    .command('validate')
    .description(scenarioWords.validate[locale])
    .argument('<scenario.json>', scenarioWords.file[locale])
    .option('--json', words.json[locale])
    .addOption(langOption())
    .action(async (path: string, { json, lang }: ValidateOptions) => {
      const checked = await readScenarioFile(path, lang)
      process.stdout.write(`${json ? asJson(checked, lang) : asText(checked, { path, locale: lang })}\n`)
      if (!checked.compilation.ok) process.exitCode = 1
    })
}

function asJson({ compilation }: CheckedFile, locale: Locale): string {
  const problems = compilation.problems.map((problem) => ({ ...problem, text: problemText(problem, locale) }))
  const hash = compilation.ok ? { hash: compilation.compiled.hash } : {}
  return JSON.stringify({ ok: compilation.ok, ...hash, problems }, null, 2)
}

function asText({ document, compilation }: CheckedFile, { path, locale }: { path: string; locale: Locale }): string {
  const name = nameOf(document, path)
  const { problems } = compilation
  if (problems.length === 0) {
    const steps = (document as { nodes: unknown[] }).nodes.length
    return say(scenarioWords.sound, locale, { name, steps })
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const head = say(scenarioWords.faulty, locale, { name, errors, warnings: problems.length - errors })
  return [head, ...problemLines(problems, { document, locale })].join('\n')
}
