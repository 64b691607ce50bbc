import { readFile } from 'node:fs/promises'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { localeOf } from '../config.ts'
import { assumptionsSchema } from '../contract/simulations.ts'
import type { Assumptions } from '../domain/conduct/assumptions.ts'
import { RelanceError } from '../errors.ts'
import { ImportError } from '../imports/import-error.ts'
import { type Reject, reasonOf } from '../imports/rows/reject.ts'
import { problemText } from '../machine/problem-words.ts'
import type { Conduct } from '../simulation/payer.ts'
import { simulateLedger, type Version } from '../simulation/simulate-ledger.ts'
import { langOption } from './lang-option.ts'
import { type LedgerFiles, readLedgerFiles } from './ledger-file.ts'
import { nameOf, problemLines, readScenarioFile } from './scenario-file.ts'
import { say, scenarioWords } from './scenario-words.ts'
import { simulationReport } from './simulation-report.ts'
import { words } from './words.ts'

interface SimulateOptions {
  readonly ledger: string
  readonly debtors?: string
  readonly from?: string
  readonly until?: string
  readonly whatIf: string
  readonly against?: string
  readonly assumptions?: string
  readonly seed?: string
  readonly json?: boolean
  readonly lang: Locale
}

const usualMonths = 6

/**
 * `relance simulate`: the contacts that a scenario would make over a ledger and the cash that would come in, week by week, beside
 * another version where one is given. Exit code 1 when the scenario or the
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
    .option('--against <other.json>', scenarioWords.against[locale])
    .option('--what-if <behaviour>', scenarioWords.whatIf[locale], 'history')
    .option('--assumptions <json>', scenarioWords.assumptions[locale])
    .option('--seed <number>', scenarioWords.seed[locale])
    .option('--json', words.json[locale])
    .addOption(langOption())
    .action(run)
}

async function run(path: string, options: SimulateOptions): Promise<void> {
  const { lang, json } = options
  const period = periodOf(options)
  const whatIf = whatIfOf(options.whatIf, lang)
  const assumptions = await assumptionsOf(options)
  const paths = [path, ...(options.against ? [options.against] : [])]
  const files = await Promise.all(paths.map((file) => readVersion(file, options)))
  const faulty = files.find((file) => 'fault' in file)
  if (faulty) {
    process.stdout.write(`${faulty.fault}\n`)
    process.exitCode = 1
    return
  }
  const versions = files as VersionFile[]
  const { items, debtors } = await openLedger(options)
  const bar = progressBar(json)
  const results = await simulateLedger(
    {
      ...{ versions, items: items.rows, debtors: debtors.rows, ...period, conduct: whatIf, assumptions },
      segment: versions[0]!.document.segment,
    },
    { progress: bar.update },
  )
  bar.stop()
  const rejected = [
    ...items.rejects.map((reject) => ({ file: options.ledger, ...toldOf(reject, lang) })),
    ...debtors.rejects.map((reject) => ({ file: options.debtors!, ...toldOf(reject, lang) })),
  ]
  const played = results.map((result, index) => ({ scenario: versions[index]!.name, ...result }))
  const [own, against] = played
  const text = json
    ? JSON.stringify(
        { ok: true, ...period, whatIf, assumptions, ...own, ...(against && { against }), rejected },
        null,
        2,
      )
    : simulationReport(played, { ...period, rejected: rejected.length, locale: lang })
  process.stdout.write(`${text}\n`)
}

interface VersionFile extends Version {
  readonly name: string
  readonly document: ScenarioDocument
}

/** A scenario ready to be played, or what is wrong with it as it is to be shown. */
async function readVersion(path: string, { lang, json }: SimulateOptions): Promise<VersionFile | { fault: string }> {
  const { document: read, compilation } = await readScenarioFile(path, lang)
  if (!compilation.ok) {
    const problems = compilation.problems.map((problem) => ({ ...problem, text: problemText(problem, lang) }))
    const lines = problemLines(compilation.problems, { document: read, locale: lang })
    return { fault: json ? JSON.stringify({ ok: false, problems }, null, 2) : lines.join('\n') }
  }
  const document = scenarioDocumentSchema.parse(read)
  return { document, name: nameOf(read, path), compiled: compilation.compiled, policy: document.policy }
}

/** The assumptions of a file, or the usual ones. */
async function assumptionsOf({ assumptions: path, seed, lang }: SimulateOptions): Promise<Assumptions> {
  let given: object = {}
  try {
    if (path) given = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message
    throw wrongUse(say(scenarioWords.unreadable, lang, { path: path!, reason }))
  }
  const parsed = assumptionsSchema.safeParse({ ...given, ...(seed !== undefined && { seed: Number(seed) }) })
  if (parsed.success) return parsed.data
  const place = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message).join(', ')
  throw wrongUse(say(scenarioWords.badAssumptions, lang, { place }))
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

function whatIfOf(text: string, locale: Locale): Conduct {
  const [, type, days] = /^(pays|disputes):(-?\d{1,4})$/.exec(text) ?? []
  if (text === 'never-answers' || text === 'history') return { type: text }
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
