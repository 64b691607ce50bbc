import type { Locale } from '@relance/sdk/words'

const tags = { fr: 'fr-FR', en: 'en-GB' } as const
const moneyFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function moneyFormat(locale: Locale, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  let format = moneyFormats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(tags[locale], { style: 'currency', currency })
    moneyFormats.set(key, format)
  }
  return format
}

/** Minor units as money: `1 234,56 €` with no-break spaces, or `€1,234.56`; 0, 2 or 3 decimals as ISO 4217 has them. */
export function formatMoney(minorUnits: number, { currency, locale }: { currency: string; locale: Locale }): string {
  const format = moneyFormat(locale, currency)
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  const digits = String(Math.abs(minorUnits)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const decimal = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
  return format.format(`${minorUnits < 0 ? '-' : ''}${decimal}` as `${number}`).replace('-', '−')
}

/** Hundredths of a percent as a rate: `12,15 %`, `12.15%`. */
export function formatRate(hundredths: number, locale: Locale): string {
  const format = new Intl.NumberFormat(tags[locale], { style: 'percent', minimumFractionDigits: 2 })
  return format.format(hundredths / 10_000)
}

const dateStyles = {
  /** `mar. 14 oct. 2026` */
  short: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** `14 octobre 2026` */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** `14 oct. 2026`, for the columns of a table. */
  column: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof dateStyles
export const dateStyleNames = Object.keys(dateStyles) as DateStyle[]

/** A calendar date in words that do not break over a line; `1er` for the first of a French month. */
export function formatDate(date: string, { locale, style }: { locale: Locale; style: DateStyle }): string {
  const key = `${locale} ${style}`
  let format = dateFormats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tags[locale], { ...dateStyles[style], timeZone: 'UTC' })
    dateFormats.set(key, format)
  }
  const text = format.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
  const french = locale === 'fr' ? text.replace(/(^|\. )1 /, '$11er ') : text
  return french.replaceAll(' ', '\u00a0')
}

/** `1 jour`, `12 jours`, `12 days`; the sign is left to the sentence. */
export function formatDays(days: number, locale: Locale): string {
  const count = Math.abs(days)
  const unit = locale === 'fr' ? (count > 1 ? 'jours' : 'jour') : count === 1 ? 'day' : 'days'
  return `${formatCount(count, locale)}\u00a0${unit}`
}

/** `12 factures`: French keeps the singular under 2, English only for 1. */
export function formatPlural(
  count: number,
  { one, many, locale }: { one: string; many: string; locale: Locale },
): string {
  const singular = locale === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1
  return `${formatCount(count, locale)}\u00a0${singular ? one : many}`
}

/** `FA-1, FA-2 et FA-3`. */
export function formatList(parts: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(parts)
}

function formatCount(count: number, locale: Locale): string {
  return count < 1_000 ? String(count) : count.toLocaleString(tags[locale])
}
