import { Temporal } from 'temporal-polyfill'
import type { ContactCalendar } from './contact-hours.ts'

export const moveReasons = ['already-past', 'holiday', 'closed-day', 'outside-hours'] as const
export type MoveReason = (typeof moveReasons)[number]

interface Move extends ContactCalendar {
  /** The day that was meant, `YYYY-MM-DD`. */
  readonly wished: string
  /** The instant that came of it, and the one at which it was decided (ISO). */
  readonly at: string
  readonly now: string
}

/** Why something does not happen on the day that was meant; null when it does. */
export function whyMoved({ wished, at, now, zone, hours, holidays }: Move): MoveReason | null {
  const dayOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
  if (dayOf(at) === wished) return null
  if (wished < dayOf(now)) return 'already-past'
  if (holidays.isHoliday(wished)) return 'holiday'
  return hours.days.includes(Temporal.PlainDate.from(wished).dayOfWeek) ? 'outside-hours' : 'closed-day'
}
