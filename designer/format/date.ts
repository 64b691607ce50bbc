import type { Locale } from '@relance/sdk/words'

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(tags[locale], options)
  formats.set(key, made)
  return made
}

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const

/** On one line, as people write it: « 1er » for the first of a French month. */
function withoutBreaks(text: string, locale: Locale): string {
  const line = text.replaceAll(', ', ' ')
  return (locale === 'fr' ? line.replace(/(?<=^|\. )1 /, '1er ') : line).replaceAll(' ', '\u00a0')
}

/** A calendar date `2026-10-14` → « mar. 14 oct. 2026 », "Wed 14 Oct 2026". */
export function formatDate(date: string, locale: Locale): string {
  return withoutBreaks(dateFormat(locale, { ...day, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`)), locale)
}

/** For narrow columns: « 14 oct. 2026 ». */
export function formatShortDate(date: string, locale: Locale): string {
  const { weekday: _, ...short } = day
  return withoutBreaks(dateFormat(locale, { ...short, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`)), locale)
}

/** The calendar date `YYYY-MM-DD` of an instant in a zone. */
export function dateIn(instant: string | Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant))
}

/** « 9 h 40 », "9:40 am". */
export function formatClock(instant: string, { locale, zone }: { locale: Locale; zone: string }): string {
  const options = { hour: 'numeric', minute: '2-digit', timeZone: zone } as const
  if (locale === 'en') {
    return withoutBreaks(dateFormat('en', { ...options, hour12: true }).format(new Date(instant)), locale)
  }
  const parts = dateFormat('fr', { ...options, hour12: false }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const hour = Number(part('hour')) % 24
  return part('minute') === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${part('minute')}`
}

/** « mar. 14 oct. 9 h 40 »; the year is told only when it is not this one. */
export function formatInstant(
  instant: string,
  { locale, zone, now = new Date() }: { locale: Locale; zone: string; now?: Date },
): string {
  const { year, ...thisYear } = day
  const sameYear = dateIn(instant, zone).slice(0, 4) === dateIn(now, zone).slice(0, 4)
  const options = sameYear ? thisYear : { ...thisYear, year }
  const date = withoutBreaks(dateFormat(locale, { ...options, timeZone: zone }).format(new Date(instant)), locale)
  return `${date} ${formatClock(instant, { locale, zone })}`
}
