import { type Medium, media } from '@relance/sdk/define-node'
import type { Locale } from '@relance/sdk/words'
import { say, scenarioWords } from './scenario-words.ts'
import type { Contacts, LedgerSimulation } from './simulate-ledger.ts'

interface Heading {
  readonly name: string
  readonly from: string
  readonly until: string
  readonly rejected: number
  readonly locale: Locale
}

/** A table of contacts by week for a terminal, with totals and how the files ended. */
export function simulationReport(result: LedgerSimulation, heading: Heading): string {
  const { name, rejected, locale } = heading
  const day = dayWriter(locale)
  const { simulated, others } = result
  const values = { name, from: day(heading.from), until: day(heading.until), simulated, rejected, others }
  return [
    say(scenarioWords.files, locale, values),
    '',
    ...table(result, { locale, day }),
    '',
    say(scenarioWords.ends, locale, { list: endsOf(result, locale) }),
  ].join('\n')
}

function table(
  { weeks, totals }: LedgerSimulation,
  { locale, day }: { locale: Locale; day: (date: string) => string },
) {
  const used = media.filter((medium) => totals[medium])
  if (used.length === 0) return [scenarioWords.nothing[locale]]
  const number = new Intl.NumberFormat(locale)
  const row = (head: string, contacts: Contacts) => [
    head,
    ...used.map((medium) => number.format(contacts[medium] ?? 0)),
  ]
  const rows = [
    [scenarioWords.week[locale], ...used.map((medium: Medium) => scenarioWords[medium][locale])],
    ...weeks.map(({ week, contacts }) => row(day(week), contacts)),
    row(scenarioWords.total[locale], totals),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  const lines = rows.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  )
  const rule = '─'.repeat(lines[0]!.length)
  return [lines[0]!, rule, ...lines.slice(1, -1), rule, lines.at(-1)!, '', scenarioWords.merged[locale]]
}

function endsOf({ ends }: LedgerSimulation, locale: Locale): string {
  const told = Object.entries(ends) as [keyof LedgerSimulation['ends'], number][]
  return told.map(([end, count]) => say(scenarioWords[end], locale, { count })).join(', ') || '–'
}

function dayWriter(locale: Locale): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
  return (date) => format.format(new Date(`${date}T00:00:00Z`))
}
