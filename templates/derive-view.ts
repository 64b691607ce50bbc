import type { Locale } from '@relance/sdk/words'
import { formatList, formatMoney, formatRate } from './format.ts'
import type { AccountItem, CompleteFacts } from './template-facts.ts'
import type { Need, ViewRow } from './template-view.ts'

const soonDays = 15

/** Derives the view of a stage that needs `need`; null where the account has nothing that the stage could speak of. */
export function deriveView(facts: CompleteFacts, { need, locale }: { need: Need; locale: Locale }) {
  const rows = need === 'upcoming' ? soonOnly(groupRows(facts)) : groupRows(facts)
  const shared = shareFacts(facts, rows, locale)
  if (need === 'payment') {
    if (facts.payment === null) return null
    const { invoices, ...rest } = facts.payment
    return { ...shared, payment: { ...rest, numbers: formatList(invoices, locale), single: invoices.length === 1 } }
  }
  const about = need === 'items' ? [...rows.overdue, ...rows.upcoming] : rows[need]
  const [first] = about
  const total = sum(need === 'upcoming' ? about : [...about, ...rows.credits], locale)
  if (first === undefined || total === '') return null
  return {
    ...shared,
    reference: about.length === 1 ? first.number : facts.debtor.code,
    focus: {
      count: about.length,
      single: about.length === 1,
      numbers: formatList(
        about.map(({ number }) => number),
        locale,
      ),
      total,
      first,
    },
  }
}

interface Rows {
  readonly overdue: ViewRow[]
  readonly upcoming: ViewRow[]
  readonly credits: ViewRow[]
}

function shareFacts(facts: CompleteFacts, rows: Rows, locale: Locale) {
  const { sender, collector } = facts
  const total = (part: ViewRow[]) => (part.length === 0 ? null : sum(part, locale))
  return {
    today: facts.today,
    sender: {
      ...sender,
      iban: sender.iban === null ? null : sender.iban.replaceAll(' ', '').replace(/.{4}(?=.)/g, '$&\u00a0'),
      siren: sender.siren.replaceAll(' ', '').replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3'),
      onColour: readableOn(sender.colour),
      initial: sender.name.slice(0, 1).toUpperCase(),
    },
    contact: facts.contact,
    debtor: facts.debtor,
    collector: { ...collector, phone: collector.phone ?? sender.phone },
    salesperson: facts.salesperson,
    links: facts.links,
    ...rows,
    account: {
      overdue: total(rows.overdue),
      upcoming: total(rows.upcoming),
      credits: rows.credits.length === 0 ? null : formatSums(rows.credits, { locale, keep: () => true }),
      balance: rows.credits.length === 0 ? null : total([...rows.overdue, ...rows.credits]),
    },
    penalties: penaltiesIn(facts.penalties, locale),
    deadline: facts.deadline ?? defaultDeadline(facts.today),
    reference: facts.debtor.code,
  }
}

/** « 13,15 % et 12,15 % »: a delay over several half-years has several rates. */
function penaltiesIn(penalties: CompleteFacts['penalties'], locale: Locale) {
  if (penalties === null) return null
  const { rates, ...amounts } = penalties
  const shown = rates.map((rate) => formatRate(rate, locale))
  return { ...amounts, rate: formatList(shown, locale) }
}

function groupRows(facts: CompleteFacts): Rows {
  const rows = facts.invoices
    .filter(({ open }) => open !== 0)
    .toSorted((left, right) => left.dueDate.localeCompare(right.dueDate) || left.number.localeCompare(right.number))
    .map((item) => toRow(item, facts.today))
  const owed = rows.filter(({ open }) => open > 0)
  return {
    overdue: owed.filter(({ daysLate }) => daysLate > 0),
    upcoming: owed.filter(({ daysLate }) => daysLate <= 0),
    credits: rows.filter(({ open }) => open < 0),
  }
}

/** A courtesy notice speaks of what falls due about the same time, not of an invoice due in two months. */
function soonOnly({ upcoming, ...rest }: Rows): Rows {
  const first = upcoming[0]?.daysLate ?? 0
  return { ...rest, upcoming: upcoming.filter(({ daysLate }) => first - daysLate <= soonDays) }
}

function toRow({ kind: _, ...item }: AccountItem, today: string): ViewRow {
  const daysLate = Math.round((Date.parse(today) - Date.parse(item.dueDate)) / 86_400_000)
  return { ...item, daysLate, partlyPaid: item.open > 0 && item.open < item.amount }
}

/** Sums of each currency in the order of appearance; one where the customer owes nothing is no claim and is left out. */
function sum(rows: readonly ViewRow[], locale: Locale): string {
  return formatSums(rows, { locale, keep: (amount) => amount > 0 })
}

function formatSums(
  rows: readonly ViewRow[],
  { locale, keep }: { locale: Locale; keep: (amount: number) => boolean },
): string {
  const byCurrency = new Map<string, number>()
  for (const { currency, open } of rows) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + open)
  return formatList(
    [...byCurrency]
      .filter(([, amount]) => keep(amount))
      .map(([currency, amount]) => formatMoney(amount, { currency, locale })),
    locale,
  )
}

/** Eight days on, past a weekend; holidays are the host's to know. */
function defaultDeadline(today: string): string {
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 8)
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/** White or near-black, whichever contrasts more with a colour (WCAG 2 relative luminance). */
function readableOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.06 ? '#ffffff' : '#16181d'
}
