import type { Locale } from '@relance/sdk/words'
import type { Command } from 'commander'
import { localeOf } from '../config.ts'
import { dateSchema } from '../contract/common.ts'
import type { Figures } from '../contract/portfolio.ts'
import { formatAmount } from '../domain/money/write-amount.ts'
import { RelanceError } from '../errors.ts'
import { listEntities } from '../operations/list-entities.ts'
import { readFigures } from '../operations/read-figures.ts'
import { fill } from './api-words.ts'
import { ledgerWords } from './ledger-words.ts'
import { withOperator } from './with-operator.ts'
import { words } from './words.ts'

interface KpiOptions {
  readonly at?: string
  readonly entity?: string
  readonly json?: boolean
}

/** `relance kpi`: the key figures of one entity, or of all, at a date. */
export function registerKpi(program: Command): void {
  const locale = localeOf()
  program
    .command('kpi')
    .description(ledgerWords.kpi[locale])
    .option('--at <date>', ledgerWords.at[locale])
    .option('--entity <code>', ledgerWords.entity[locale])
    .option('--json', words.json[locale])
    .action(async ({ at, entity, json }: KpiOptions) => {
      if (at !== undefined && !dateSchema.safeParse(at).success)
        throw wrongUse(fill(ledgerWords.badDate[locale], { text: at }))
      const figures = await ask({ at, entity, locale })
      process.stdout.write(`${json ? JSON.stringify(figures, null, 2) : kpiReport(figures, locale)}\n`)
    })
}

function ask({ at, entity, locale }: { at?: string; entity?: string; locale: Locale }): Promise<Figures> {
  return withOperator(async (operator) => {
    const known = (await listEntities()).items.map(({ code }) => code)
    if (entity !== undefined && !known.includes(entity)) {
      const list = known.join(', ') || ledgerWords.none[locale]
      throw wrongUse(fill(ledgerWords.badEntity[locale], { entity, known: list }))
    }
    return await readFigures({ at, entity }, operator)
  })
}

function wrongUse(detail: string): RelanceError {
  return new RelanceError('wrong-use', { detail })
}

/** The figures as they are read on a terminal. */
function kpiReport(figures: Figures, locale: Locale): string {
  const { currency, at, entity, outstanding, overdue, overdueRate, dso, meanDelay, disputes, promises, aged } = figures
  const money = (minor: number) => formatAmount(minor, { currency, locale })
  const number = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 })
  const share = new Intl.NumberFormat(number.resolvedOptions().locale, { style: 'percent', maximumFractionDigits: 1 })
  const days = (count: number) => fill(ledgerWords.days[locale], { days: number.format(count) })
  const row = (label: string, value: string, more = '') => `${label.padEnd(28)}${value.padStart(18)}  ${more}`.trimEnd()
  const pieces = (count: number) => fill(ledgerWords.pieces[locale], { count })
  return [
    fill(ledgerWords.heading[locale], { at, entity: entity ?? ledgerWords.allEntities[locale] }),
    row(ledgerWords.outstanding[locale], money(outstanding)),
    row(ledgerWords.overdue[locale], money(overdue), share.format(overdueRate)),
    row(ledgerWords.dso[locale], days(dso)),
    row(ledgerWords.meanDelay[locale], days(meanDelay)),
    row(ledgerWords.disputes[locale], money(disputes.amount), pieces(disputes.count)),
    row(ledgerWords.promises[locale], money(promises.amount), pieces(promises.count)),
    ledgerWords.aged[locale],
    ...aged.map(({ key, amount, count }) =>
      row(`  ${key === 'not-due' ? ledgerWords.notDue[locale] : key}`, money(amount), pieces(count)),
    ),
  ].join('\n')
}
