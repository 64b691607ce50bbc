import type { Locale } from '@relance/sdk/words'

const wide = '\u00a0'

/** Days since the due date → « J+8 », "D+8"; before it « J−3 »; on it « J ». */
export function formatDelayShort(daysLate: number, locale: Locale): string {
  const letter = locale === 'fr' ? 'J' : 'D'
  if (daysLate === 0) return letter
  return daysLate > 0 ? `${letter}+${daysLate}` : `${letter}−${-daysLate}`
}

/** « 8 jours de retard », « échéance dans 3 jours », "8 days late", "due in 3 days". */
export function formatDelay(daysLate: number, locale: Locale): string {
  const days = Math.abs(daysLate)
  if (locale === 'fr') {
    const counted = `${days}${wide}jour${days > 1 ? 's' : ''}`
    if (daysLate === 0) return 'échéance aujourd’hui'
    return daysLate > 0 ? `${counted} de retard` : `échéance dans ${counted}`
  }
  const counted = `${days}${wide}day${days > 1 ? 's' : ''}`
  if (daysLate === 0) return 'due today'
  return daysLate > 0 ? `${counted} late` : `due in ${counted}`
}

/** Days to come, in the unit that is worth telling: « dans 4 ans », « dans 8 mois », "in 12 days". */
export function formatAhead(days: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { numeric: 'always' })
  if (days >= 730) return format.format(Math.floor(days / 365.25), 'year')
  return days >= 60 ? format.format(Math.floor(days / 30.4375), 'month') : format.format(days, 'day')
}

const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

/** « il y a 2 jours », « dans 3 heures », "yesterday", counted from `now`. */
export function formatAgo(instant: string, { locale, now = new Date() }: { locale: Locale; now?: Date }): string {
  const format = new Intl.RelativeTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { numeric: 'auto' })
  const ms = new Date(instant).getTime() - now.getTime()
  const step = steps.find((one) => Math.abs(ms) >= one.ms)
  if (step === undefined) return locale === 'fr' ? 'à l’instant' : 'just now'
  return format.format(Math.round(ms / step.ms), step.unit).replace(/ (?=\D*$)/, wide)
}
