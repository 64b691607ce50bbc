import type { TimelineEntry } from '@relance/runtime/contract/invoices'
import { type EventKind, eventKinds, eventValueWords } from '@relance/runtime/domain/event-kinds'
import type { Locale, Words } from '@relance/sdk/words'
import { typeset } from '../i18n/typeset.ts'
import { formatAmount } from './amount.ts'
import { formatDate, formatInstant } from './date.ts'

interface Context {
  readonly locale: Locale
  readonly zone: string
  readonly now?: Date
  /** Words for codes that the log does not explain itself, e.g. the reasons of disputes. */
  readonly words?: (code: string) => string | undefined
}

type Value = TimelineEntry['values'][string]

/** Values that hold minor units. */
const amountNames = new Set(['amount', 'open', 'overdue', 'minimum', 'rest'])

function formatValue(
  name: string,
  value: Value,
  { entry, context }: { entry: TimelineEntry; context: Context },
): string {
  const { locale } = context
  if (typeof value === 'number') {
    const currency = typeof entry.values.currency === 'string' ? entry.values.currency : 'EUR'
    return amountNames.has(name) ? formatAmount(value, { currency, locale }) : String(value)
  }
  if (typeof value !== 'string') return ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, locale)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(value, context)
  const words = Object.hasOwn(eventValueWords, value) ? eventValueWords[value] : undefined
  return words?.[locale] ?? context.words?.(value) ?? value
}

/**
 * The sentence of a timeline entry with its cause: « Reporté au mar. 14 oct. 9 h 40 : le dernier contact est trop récent ».
 * What an entry does not say leaves no hole: its clause is dropped. A kind from a later version shows its code.
 */
export function eventSentence(entry: TimelineEntry, context: Context): string {
  const { locale } = context
  const template: Words | undefined = Object.hasOwn(eventKinds, entry.kind)
    ? eventKinds[entry.kind as EventKind]
    : undefined
  if (template === undefined) return entry.kind
  const said = template[locale]
    .split(/(?= : |: (?=\{)|, (?=[^{]*\{)| \()/)
    .filter((clause) => [...clause.matchAll(/\{(\w+)\}/g)].every(([, name]) => hasValue(entry.values[name!])))
    .join('')
  const filled = said.replace(/\{(\w+)\}/g, (_, name: string) =>
    formatValue(name, entry.values[name] ?? null, { entry, context }),
  )
  return typeset(filled === '' ? template[locale].replace(/\s*[:(«“]?\s*\{.*$/, '') : inNumber(filled), locale)
}

/** « 2 facture(s) » → « 2 factures », « 1 facture(s) » → « 1 facture ». */
function inNumber(text: string): string {
  return text.replace(/(\d+)(\s)(\p{L}+)\(s\)/gu, (_, count: string, space: string, word: string) => {
    return `${count}${space}${word}${Number(count) > 1 ? 's' : ''}`
  })
}

function hasValue(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}
