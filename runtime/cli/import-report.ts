import type { Locale } from '@relance/sdk/words'
import type { Detection, ImportReport } from '../contract/imports.ts'
import { formatAmount } from '../domain/money/write-amount.ts'
import { fill } from './api-words.ts'
import { ledgerWords, subjectWords } from './ledger-words.ts'

const shownRejects = 20

/** A report as it is read on a terminal: what was recognised, what was taken, what was not and why. */
export function importReport(report: ImportReport, locale: Locale): string {
  const { read, accepted, rejected, created, changed, unchanged, settled } = report
  const say = (key: keyof typeof ledgerWords, values: Record<string, string | number> = {}) =>
    fill(ledgerWords[key][locale], values)
  const sums = Object.entries(report.open).map(([currency, open]) => formatAmount(open, { currency, locale }))
  const lines = [
    report.detection ? detected(report.detection, locale) : '',
    say('counts', { read, accepted, rejected: read - accepted }),
    say('effects', { created, changed, unchanged, settled }),
    sums.length > 0 ? say('open', { sums: sums.join(', ') }) : '',
    ...rejected.slice(0, shownRejects).map(({ line, reason }) => say('line', { line, reason })),
    rejected.length > shownRejects ? say('more', { count: read - accepted - shownRejects }) : '',
    report.dryRun ? say('rehearsed') : '',
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function detected(detection: Detection, locale: Locale): string {
  const { subject, encoding, separator, dates, decimals, doubts } = detection
  const spelled = locale === 'fr' ? dates.replaceAll('D', 'J').replaceAll('Y', 'A') : dates
  const form = fill(ledgerWords.datesSeen[locale], { form: spelled })
  const sign = fill(ledgerWords.decimalsSeen[locale], { sign: decimals })
  const line = fill(ledgerWords.detected[locale], {
    subject: subjectWords[subject][locale],
    encoding,
    separator: separator === '\t' ? 'TAB' : separator,
    dates: dates === '' ? '' : form,
    decimals: decimals === '' ? '' : sign,
  })
  const doubt = { dates: ledgerWords.doubtDates[locale], decimals: ledgerWords.doubtDecimals[locale] }
  return [line, ...doubts.map((what) => doubt[what])].join('\n')
}
