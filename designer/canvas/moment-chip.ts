import type { Moment } from '@relance/sdk/moment'
import type { Say } from '../i18n/words.ts'
import type { studioWords } from '../words/studio.ts'

/** A delay as finance writes it: « J+8 », « J−3 », « +5 j ». The title says how and from when it counts. */
export function momentChip(
  { days, unit, from }: Moment,
  say: Say<typeof studioWords.fr>,
): { text: string; title: string } {
  const anchored = from === 'previousStep' || from === 'paymentDate' ? 'delay.relative' : 'delay.anchored'
  const title = say(unit === 'working' ? 'delay.working' : 'delay.calendar', { anchor: say(`anchor.${from}`) })
  if (days === 0 && anchored === 'delay.anchored') return { text: say('delay.day'), title }
  return { text: say(anchored, { sign: days < 0 ? '−' : '+', days: Math.abs(days) }), title }
}
