import { Temporal } from 'temporal-polyfill'
import { type ContactCalendar, later, nextOpening } from './contact-hours.ts'
import { spreadWithin } from './spread.ts'

export interface ContactSlotQuery extends ContactCalendar {
  readonly now: string
  readonly lastContactAt?: string | null
  /** Days between two contacts with one debtor: 2 lets a contact of Monday be followed on Wednesday. */
  readonly minimumContactDelay: number
  readonly spreadKey: string
}

/** When the next contact may leave (ISO, UTC): at once if the hours are open and the last contact is old enough. */
export function contactSlot({
  now,
  lastContactAt,
  minimumContactDelay,
  spreadKey,
  ...calendar
}: ContactSlotQuery): string {
  const asked = Temporal.Instant.from(now)
  const earliest = lastContactAt
    ? later(asked, dayAfter(Temporal.Instant.from(lastContactAt), { days: minimumContactDelay, zone: calendar.zone }))
    : asked
  const opening = nextOpening(earliest, calendar)
  const atOnce = Temporal.Instant.compare(opening.from, asked) === 0
  return (atOnce ? asked : spreadWithin(opening, spreadKey)).toString()
}

/** Midnight, in the zone, that many days after an instant's day; the instant itself for none. */
function dayAfter(instant: Temporal.Instant, { days, zone }: { days: number; zone: string }): Temporal.Instant {
  if (days <= 0) return instant
  return instant.toZonedDateTimeISO(zone).toPlainDate().add({ days }).toZonedDateTime(zone).toInstant()
}
