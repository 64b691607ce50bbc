import type { Moment } from '@relance/sdk/moment'
import type { Say } from '../i18n/words.ts'
import type { studioWords } from '../words/studio.ts'

/** A delay as finance writes it: « J+8 », « J−3 ouvrés », « +5 j ». The title says from when it counts. */
export function momentChip(
  { days, unit, from }: Moment,
  say: Say<typeof studioWords.fr>,
): { text: string; title: string } {
  const counted = Math.abs(days)
  const unitKey = unit === 'working' ? 'delay.working' : 'delay.calendar'
  const anchored = from === 'previousStep' || from === 'paymentDate' ? 'delay.relative' : 'delay.anchored'
  const sign = days < 0 ? '−' : '+'
  const text = days === 0 && anchored === 'delay.anchored' ? say('delay.day') : say(anchored, { sign, days: counted })
  return {
    text: unit === 'working' && days !== 0 ? `${text} ${say('delay.workingMark')}` : text,
    title: say(unitKey, { anchor: say(`anchor.${from}`) }),
  }
}
