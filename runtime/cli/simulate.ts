import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { localeOf } from '../config.ts'
import { RelanceError } from '../errors.ts'
import { ImportError } from '../imports/import-error.ts'
import { type Reject, reasonOf } from '../imports/rows/reject.ts'
import { problemText } from '../machine/problem-words.ts'
import type { WhatIf } from '../machine/what-if.ts'
import { langOption } from './lang-option.ts'
import { type LedgerFiles, readLedgerFiles } from './ledger-file.ts'
import { nameOf, problemLines, readScenarioFile } from './scenario-file.ts'
import { say, scenarioWords } from './scenario-words.ts'
import { simulateLedger } from './simulate-ledger.ts'
import { simulationReport } from './simulation-report.ts'
import { words } from './words.ts'

interface SimulateOptions {
  readonly ledger: string
  readonly debtors?: string
  readonly from?: string
  readonly until?: string
  readonly whatIf: string
  readonly json?: boolean
  readonly lang: Locale
}

const usualMonths = 6

/**
 * `relance simulate`: the contacts that a scenario would make over a ledger, week by week. Exit code 1 when the scenario or the
 * ledger has problems, 2 for wrong use.
 */
export function registerSimulate(program: Command): void {
  const locale = localeOf()
  program
    .command('simulate')
    .description(scenarioWords.simulate[locale])
    .argument('<scenario.json>', scenarioWords.file[locale])
    .requiredOption('--ledger <csv>', scenarioWords.ledger[locale])
    .option('--debtors <csv>', scenarioWords.debtors[locale])
    .option('--from <date>', scenarioWords.from[locale])
    .option('--until <date>', scenarioWords.until[locale])
    .option('--what-if <behaviour>', scenarioWords.whatIf[locale], 'never-answers')
    .option('--json', words.json[locale])
    .addOption(langOption())
    .action(run)
}

async function run(path: string, options: SimulateOptions): Promise<void> {
  const { lang, json } = options
  const period = periodOf(options)
  const whatIf = whatIfOf(options.whatIf, lang)
  const { document, compilation } = await readScenarioFile(path, lang)
  if (!compilation.ok) {
    const problems = compilation.problems.map((problem) => ({ ...problem, text: problemText(problem, lang) }))
    const lines = problemLines(compilation.problems, { document, locale: lang })
    process.stdout.write(`${json ? JSON.stringify({ ok: false, problems }, null, 2) : lines.join('\n')}\n`)
    process.exitCode = 1
    return
  }
  const { items, debtors } = await openLedger(options)
  const bar = progressBar(json)
  const result = simulateLedger({
    compiled: compilation.compiled,
    document: scenarioDocumentSchema.parse(document),
    items: items.rows,
    debtors: debtors.rows,
    ...period,
    whatIf,
    progress: bar.update,
  })
  bar.stop()
  const name = nameOf(document, path)
  const rejected = [
    ...items.rejects.map((reject) => ({ file: options.ledger, ...toldOf(reject, lang) })),
    ...debtors.rejects.map((reject) => ({ file: options.debtors!, ...toldOf(reject, lang) })),
  ]
  const text = json
    ? JSON.stringify({ ok: true, scenario: name, ...period, whatIf, ...result, rejected }, null, 2)
    : simulationReport(result, { name, ...period, rejected: rejected.length, locale: lang })
  process.stdout.write(`${text}\n`)
}

async function openLedger({ ledger, debtors, lang }: SimulateOptions): Promise<LedgerFiles> {
  try {
    return await readLedgerFiles({ ledger, debtors })
  } catch (error) {
    if (error instanceof ImportError) {
      const path = [ledger, debtors].filter(Boolean).join(', ')
      throw new RelanceError('invalid-input', { errors: [{ path, message: error.inWords(lang) }] })
    }
    const { code: reason, path = ledger } = error as NodeJS.ErrnoException
    if (reason === undefined) throw error
    throw wrongUse(say(scenarioWords.unreadable, lang, { path, reason }))
  }
}

function toldOf(reject: Reject, locale: Locale) {
  return { line: reject.line, reason: reasonOf(reject, locale) }
}

function wrongUse(detail: string): RelanceError {
  return new RelanceError('wrong-use', { detail })
}

function periodOf({ from, until, lang }: SimulateOptions): { from: string; until: string } {
  const first = from ? dateOf(from, lang) : Temporal.Now.plainDateISO('Europe/Paris')
  const last = until ? dateOf(until, lang) : first.add({ months: usualMonths })
  if (Temporal.PlainDate.compare(last, first) < 0) throw wrongUse(say(scenarioWords.badPeriod, lang))
  return { from: first.toString(), until: last.toString() }
}

function dateOf(text: string, locale: Locale): Temporal.PlainDate {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(text)
    return Temporal.PlainDate.from(text)
  } catch {
    throw wrongUse(say(scenarioWords.badDate, locale, { text }))
  }
}

function whatIfOf(text: string, locale: Locale): WhatIf {
  const [, type, days] = /^(pays|disputes):(-?\d{1,4})$/.exec(text) ?? []
  if (text === 'never-answers') return { type: 'never-answers' }
  if (type === 'pays') return { type, daysLate: Number(days) }
  if (type === 'disputes') return { type, day: Number(days) }
  throw wrongUse(say(scenarioWords.badWhatIf, locale, { text }))
}

/** A bar on a terminal, nothing in a pipe. */
function progressBar(silent: boolean | undefined) {
  if (silent || !process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  const bar = new SingleBar({ format: '{bar} {value}/{total}', stream: process.stderr, clearOnComplete: true })
  let started = false
  return {
    update: (done: number, total: number) => {
      if (!started) bar.start(total, done)
      else bar.update(done)
      started = true
    },
    stop: () => bar.stop(),
  }
}
