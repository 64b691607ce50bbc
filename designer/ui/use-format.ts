import { useMemo } from 'react'
import { useZone } from '../client/entity.ts'
import { formatAmount, formatAmounts, formatNumber, formatRate } from '../format/amount.ts'
import { dateIn, formatClock, formatDate, formatInstant, formatShortDate } from '../format/date.ts'
import { formatAgo, formatAhead, formatDelay, formatDelayShort } from '../format/delay.ts'
import { formatPercent } from '../format/percent.ts'
import { typeset } from '../i18n/typeset.ts'
import { useLocale } from '../i18n/words.ts'

/** Every figure and date of the pages, in the language and the zone in view. Amounts are minor units. */
export function useFormat() {
  const locale = useLocale()
  const zone = useZone()
  return useMemo(
    () => ({
      locale,
      zone,
      today: () => dateIn(new Date(), zone),
      amount: (minor: number, currency = 'EUR') => formatAmount(minor, { currency, locale }),
      wholeAmount: (minor: number, currency = 'EUR') => formatAmount(minor, { currency, locale, whole: true }),
      amounts: (sums: Readonly<Record<string, number>>) => formatAmounts(sums, { locale }),
      number: (value: number, digits = 0) => formatNumber(value, { locale, digits }),
      rate: (share: number) => formatRate(share, locale),
      /** A yearly rate in hundredths of a percent. */
      percent: (hundredths: number) => formatPercent(hundredths, locale),
      date: (date: string) => formatDate(date, locale),
      shortDate: (date: string) => formatShortDate(date, locale),
      instant: (instant: string) => formatInstant(instant, { locale, zone }),
      clock: (instant: string) => formatClock(instant, { locale, zone }),
      ago: (instant: string) => formatAgo(instant, { locale }),
      delay: (days: number) => formatDelay(days, locale),
      ahead: (days: number) => formatAhead(days, locale),
      /** Text that somebody wrote elsewhere (a scenario, a step), fit to print. */
      text: (text: string) => typeset(text, locale),
      /** Who did it; programs, which sign in small letters without a space, are Relance itself. */
      author: (author: string) => (/^[a-z-]*$/.test(author) ? 'Relance' : author),
      delayShort: (days: number) => formatDelayShort(days, locale),
    }),
    [locale, zone],
  )
}
