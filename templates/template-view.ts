import type { Locale } from '@relance/sdk/words'
import { z } from 'zod'
import { formatList, formatMoney } from './format.ts'
import { type AccountItem, type CompleteFacts, senderSchema } from './template-facts.ts'

/**
 * What a text may name: the facts with the sums, groups and references derived from them. Its schemas are the allow-list
 * of paths against which every template is checked.
 */

const person = z.object({ name: z.string(), email: z.string().nullable(), phone: z.string() })

const row = z.object({
  number: z.string(),
  issueDate: z.iso.date(),
  dueDate: z.iso.date(),
  daysLate: z.int(),
  amount: z.int(),
  open: z.int(),
  currency: z.string(),
  partlyPaid: z.boolean(),
  link: z.string().nullable(),
})
export type ViewRow = z.output<typeof row>

/** The documents that the stage is about: overdue ones for a reminder, coming ones for a courtesy notice. */
const focus = z.object({
  count: z.int(),
  single: z.boolean(),
  /** `FA-1, FA-2 et FA-3`. */
  numbers: z.string(),
  /** `4 812,50 €`, or one sum per currency; what is claimed or stated, so credit notes and unmatched payments are deducted. */
  total: z.string(),
  /** The oldest. */
  first: row,
})

const base = z.object({
  today: z.iso.date(),
  sender: senderSchema.extend({ onColour: z.string(), initial: z.string() }),
  contact: z.object({ name: z.string().nullable() }),
  debtor: z.object({ name: z.string(), code: z.string() }),
  collector: person,
  salesperson: person.extend({ phone: z.string().nullable() }).nullable(),
  links: z.object({ account: z.string().nullable() }),
  overdue: z.array(row),
  upcoming: z.array(row),
  credits: z.array(row),
  account: z.object({
    overdue: z.string().nullable(),
    upcoming: z.string().nullable(),
    credits: z.string().nullable(),
    /** What is due now, credits deducted; null when there are none to deduct. */
    balance: z.string().nullable(),
  }),
  penalties: z
    .object({ rate: z.string(), interest: z.int(), indemnity: z.int(), currency: z.string(), until: z.iso.date() })
    .nullable(),
  deadline: z.iso.date(),
  /** What a transfer should quote: the invoice if there is one, else the customer's code. */
  reference: z.string(),
})

const payment = z.object({
  amount: z.int(),
  currency: z.string(),
  date: z.iso.date(),
  numbers: z.string(),
  single: z.boolean(),
})

export const needs = ['upcoming', 'overdue', 'items', 'payment'] as const
export type Need = (typeof needs)[number]

export const viewSchemas: Record<Need, z.ZodObject> = {
  upcoming: base.extend({ focus }),
  overdue: base.extend({ focus }),
  items: base.extend({ focus }),
  payment: base.extend({ payment }),
}

/** Derives the view of a stage that needs `need`; null where the account has nothing that the stage could speak of. */
export function deriveView(facts: CompleteFacts, { need, locale }: { need: Need; locale: Locale }) {
  const rows = groupRows(facts)
  const shared = { ...shareFacts(facts, rows, locale) }
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
    penalties: facts.penalties,
    deadline: facts.deadline ?? defaultDeadline(facts.today),
    reference: facts.debtor.code,
  }
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
