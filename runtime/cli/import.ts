import { access, constants, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { localeOf } from '../config.ts'
import { type ImportReport, importFormats, importModes, importRequestSchema } from '../contract/imports.ts'
import { RelanceError } from '../errors.ts'
import { ImportError } from '../imports/import-error.ts'
import { rejectsCsv } from '../imports/rejects-csv.ts'
import { importLedger } from '../operations/import-ledger.ts'
import type { Operator } from '../operations/ports.ts'
import { fill } from './api-words.ts'
import { importReport } from './import-report.ts'
import { ledgerWords } from './ledger-words.ts'
import { phaseBar } from './phase-bar.ts'
import { withOperator } from './with-operator.ts'
import { words } from './words.ts'

interface ImportCommand {
  readonly format: (typeof importFormats)[number]
  readonly mode: (typeof importModes)[number]
  readonly entity?: string
  readonly dryRun?: boolean
  readonly force?: boolean
  readonly dates?: 'day-first' | 'month-first'
  readonly decimal?: ',' | '.'
  readonly rejects?: string
  readonly json?: boolean
}

/**
 * `relance import <file>`: exit code 0 when every line was taken, 1 when lines or the file were refused, 2 for wrong use. It
 * goes to the database itself, of the running Relance or of the configured servers: one way, whether or not a page is open.
 */
export function registerImport(program: Command): void {
  const locale = localeOf()
  program
    .command('import')
    .description(ledgerWords.import[locale])
    .argument('<file>', ledgerWords.file[locale])
    .addOption(new Option('--format <format>', ledgerWords.format[locale]).choices(importFormats).default('auto'))
    .addOption(new Option('--mode <mode>', ledgerWords.mode[locale]).choices(importModes).default('delta'))
    .option('--entity <code>', ledgerWords.entity[locale])
    .option('--dry-run', ledgerWords.dryRun[locale])
    .option('--force', ledgerWords.force[locale])
    .addOption(new Option('--dates <order>', ledgerWords.dates[locale]).choices(['day-first', 'month-first']))
    .addOption(new Option('--decimal <sign>', ledgerWords.decimal[locale]).choices([',', '.']))
    .option('--rejects <csv>', ledgerWords.rejects[locale])
    .option('--json', words.json[locale])
    .action(async (path: string, options: ImportCommand) => {
      await refuseUnreadable(path)
      const report = await withOperator((operator) => carryOut(path, { options, operator }))
      if (options.rejects) await writeFile(options.rejects, rejectsCsv(report))
      process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : importReport(report, locale)}\n`)
      if (report.rejected.length > 0) process.exitCode = 1
    })
}

async function refuseUnreadable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? ''
    throw new RelanceError('wrong-use', { detail: fill(ledgerWords.unreadable[localeOf()], { path, reason }) })
  }
}

async function carryOut(
  path: string,
  { options, operator }: { options: ImportCommand; operator: Operator },
): Promise<ImportReport> {
  const locale = localeOf()
  const bar = phaseBar(locale)
  const { dryRun = false, force = false, ...rest } = options
  const request = { ...importRequestSchema.parse(rest), dryRun, force, locale }
  try {
    const file = { path, name: basename(path) }
    const { report, enrolled } = await importLedger(file, request, { ...operator, progress: bar.update })
    return await enrolled.catch(() => report)
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    throw new RelanceError('invalid-input', { errors: [{ path, message: error.inWords(locale) }] }, { cause: error })
  } finally {
    bar.stop()
  }
}
