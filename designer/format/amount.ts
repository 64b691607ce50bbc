import type { Locale } from '@relance/sdk/words'

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }
const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(tags[locale], options)
  formats.set(key, made)
  return made
}

/** Decimals of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for TND. Unknown codes count as 2. */
export function minorDigits(currency: string): number {
  try {
    return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** `123456` minor units of EUR → « 1 234,56 € » with no-break spaces; `whole` drops the cents. */
export function formatAmount(
  minor: number,
  { currency, locale, whole = false }: { currency: string; locale: Locale; whole?: boolean },
): string {
  const digits = minorDigits(currency)
  const value = minor / 10 ** digits
  const shown = whole ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {}
  try {
    return numberFormat(locale, { style: 'currency', currency, ...shown }).format(value)
  } catch {
    return `${numberFormat(locale, { minimumFractionDigits: 2 }).format(value)}\u00a0${currency}`
  }
}

/** Sums per currency on one line, the largest first; « 0,00 € » when there is none. */
export function formatAmounts(
  amounts: Readonly<Record<string, number>>,
  { locale, whole = false, fallback = 'EUR' }: { locale: Locale; whole?: boolean; fallback?: string },
): string {
  const sums = Object.entries(amounts).filter(([, minor]) => minor !== 0)
  if (sums.length === 0) return formatAmount(0, { currency: fallback, locale, whole })
  return sums
    .sort(([, a], [, b]) => b - a)
    .map(([currency, minor]) => formatAmount(minor, { currency, locale, whole }))
    .join(' + ')
}

/** `0.559` → « 55,9 % ». */
export function formatRate(share: number, locale: Locale): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

export function formatNumber(value: number, { locale, digits = 0 }: { locale: Locale; digits?: number }): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value)
}

/**
 * Minor units typed by a person in either language (`1 234,56`, `1,234.56`, `1234`), or null when it is no amount or has
 * more decimals than the currency.
 */
export function parseAmount(text: string, currency: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]|[€$£]|EUR/g, '')
  const grouped = /^(\d{1,3}(?:[.,]\d{3})+)(?:([.,])(\d+))?$/.exec(bare)
  const plain = /^(\d+)(?:[.,](\d*))?$/.exec(bare)
  const digits = minorDigits(currency)
  const parts = readParts({ grouped, plain, digits })
  if (parts === null || parts.fraction.length > digits) return null
  return Number(parts.whole + parts.fraction.padEnd(digits, '0'))
}

function readParts({
  grouped,
  plain,
  digits,
}: {
  grouped: RegExpExecArray | null
  plain: RegExpExecArray | null
  digits: number
}): { whole: string; fraction: string } | null {
  // `1.234` alone is a thousand and some unless the currency has three decimals.
  if (plain !== null && (plain[2] ?? '').length <= digits) return { whole: plain[1]!, fraction: plain[2] ?? '' }
  if (grouped !== null) return { whole: grouped[1]!.replace(/[.,]/g, ''), fraction: grouped[3] ?? '' }
  return null
}
