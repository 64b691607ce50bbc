import type { Delay } from '@relance/runtime/machine/delay-log'
import type { Locale } from '@relance/sdk/words'
import { dateIn, formatDate } from '../format/date.ts'
import type { Say } from '../i18n/words.ts'
import type { courseWords } from '../words/course.ts'

interface Speech {
  readonly say: Say<typeof courseWords.fr>
  readonly locale: Locale
  readonly zone: string
}

/** Why a step comes later than it was meant, as a sentence. */
export function sayDelay({ wished, at, reason, lastContactAt }: Delay, { say, locale, zone }: Speech): string {
  const date = (instant: string) => formatDate(dateIn(instant, zone), locale)
  const values = { wished: formatDate(wished, locale), day: date(at) }
  if (reason !== 'recent-contact') return say(`why.${reason}`, values)
  return say('why.recent-contact', { ...values, contact: lastContactAt === undefined ? '' : date(lastContactAt) })
}
