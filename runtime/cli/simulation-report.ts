import { type Medium, media } from '@relance/sdk/define-node'
import type { Locale, Words } from '@relance/sdk/words'
import { formatAmount } from '../domain/money/write-amount.ts'
import type { Contacts, LedgerSimulation, Money } from '../simulation/ledger-simulation.ts'
import { say, scenarioWords } from './scenario-words.ts'

interface Heading {
  readonly from: string
  readonly until: string
  readonly rejected: number
  readonly locale: Locale
}

type Played = LedgerSimulation & { readonly scenario: string }

/** For a terminal: contacts and cash by week, who makes them, the figures of each version side by side, how the files ended. */
export function simulationReport(played: readonly Played[], heading: Heading): string {
  const { rejected, locale } = heading
  const day = dayWriter(locale)
  const [own] = played as [Played]
  const { scenario: name, simulated, others } = own
  const values = { name, from: day(heading.from), until: day(heading.until), simulated, rejected, others }
  const blocks = [
    [say(scenarioWords.files, locale, values)],
    weeksOf(own, { locale, day }),
    peopleOf(own, locale),
    [...figuresOf(played, locale), '', scenarioWords.assumed[locale]],
    [say(scenarioWords.ends, locale, { list: endsOf(own, locale) })],
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function weeksOf(
  { weeks, totals, cashIn, unaided }: Played,
  { locale, day }: { locale: Locale; day: (date: string) => string },
): string[] {
  const used = usedMedia([{ totals }])
  if (used.length === 0) return [scenarioWords.nothing[locale]]
  const row = (head: string, contacts: Contacts, money: readonly Money[]) => [
    head,
    ...used.map((medium) => numberOf(contacts[medium] ?? 0, locale)),
    ...money.map((sums) => moneyOf(sums, locale)),
  ]
  const told = weeks.filter((week) =>
    [week.contacts, week.cashIn, week.unaided].some((sums) => Object.keys(sums).length > 0),
  )
  const lines = table([
    [
      scenarioWords.week[locale],
      ...used.map((medium: Medium) => scenarioWords[medium][locale]),
      scenarioWords.cashIn[locale],
      scenarioWords.unaided[locale],
    ],
    ...told.map((week) => row(day(week.week), week.contacts, [week.cashIn, week.unaided])),
    row(scenarioWords.total[locale], totals, [cashIn, unaided]),
  ])
  return [...lines.slice(0, -1), '─'.repeat(lines[0]!.length), lines.at(-1)!, '', scenarioWords.merged[locale]]
}

function peopleOf({ people, weeks }: Played, locale: Locale): string[] {
  const used = usedMedia(people)
  if (used.length === 0) return []
  return table([
    [
      scenarioWords.person[locale],
      ...used.map((medium) => say(scenarioWords.perWeek, locale, { medium: scenarioWords[medium][locale] })),
    ],
    ...people.map(({ person, totals }) => [
      personOf(person, locale),
      ...used.map((medium) => numberOf((totals[medium] ?? 0) / weeks.length, locale, 1)),
    ]),
  ])
}

function personOf(person: string, locale: Locale): string {
  if (person === '') return scenarioWords.nobody[locale]
  return person === 'finance-director' ? scenarioWords['finance-director'][locale] : person
}

/** One column per version, and what the second would change. */
function figuresOf(played: readonly Played[], locale: Locale): string[] {
  const row = (words: Words, value: (result: Played) => number, write: (value: number) => string) => {
    const values = played.map(value)
    const difference = values.length > 1 ? [write(values[1]! - values[0]!)] : []
    return [words[locale], ...values.map(write), ...difference]
  }
  const count = (value: number) => numberOf(value, locale)
  const days = (value: number) => numberOf(value, locale, 1)
  const { currency } = played[0]!
  const money = (value: number) => moneyOf({ [currency]: Math.round(value) }, locale)
  const euros = (value: number) => moneyOf({ EUR: Math.round(value) }, locale)
  const costOf = ({ cost }: Played) => Object.values(cost).reduce((sum, part) => sum + part, 0)
  return table([
    [
      scenarioWords.indicator[locale],
      ...played.map(({ scenario }) => scenario),
      ...(played.length > 1 ? [scenarioWords.difference[locale]] : []),
    ],
    ...usedMedia(played).map((medium) => row(scenarioWords[medium], ({ totals }) => totals[medium] ?? 0, count)),
    row(scenarioWords.firstContacts, ({ firstContacts }) => firstContacts, count),
    row(scenarioWords.cost, costOf, euros),
    row(scenarioWords.cashIn, ({ cashIn }) => cashIn[currency] ?? 0, money),
    row(scenarioWords.meanDelay, ({ meanDelay }) => meanDelay, days),
    row(scenarioWords.daysGained, ({ daysGained }) => daysGained, days),
  ])
}

function usedMedia(all: readonly { readonly totals: Contacts }[]): Medium[] {
  return media.filter((medium) => all.some(({ totals }) => totals[medium]))
}

/** Lines of cells in columns, heads first: words to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  const lines = rows.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  )
  return [lines[0]!, '─'.repeat(lines[0]!.length), ...lines.slice(1)]
}

function numberOf(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value)
}

function moneyOf(sums: Money, locale: Locale): string {
  return Object.entries(sums)
    .map(([currency, sum]) => formatAmount(sum, { currency, locale }))
    .join(' + ')
}

function endsOf({ ends }: Played, locale: Locale): string {
  const told = Object.entries(ends) as [keyof LedgerSimulation['ends'], number][]
  return told.map(([end, count]) => say(scenarioWords[end], locale, { count })).join(', ') || '–'
}

function dayWriter(locale: Locale): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
  return (date) => format.format(new Date(`${date}T00:00:00Z`))
}
