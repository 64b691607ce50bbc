import type { ContactHours } from '@relance/sdk/scenario-document'
import { Temporal } from 'temporal-polyfill'
import type { HolidayCalendar } from './holiday-calendar.ts'

/** When somebody may be contacted, in their own zone. */
export interface ContactCalendar {
  /** IANA name, e.g. `Europe/Paris`. */
  readonly zone: string
  readonly hours: ContactHours
  readonly holidays: HolidayCalendar
}

/** A stretch of open time. */
export interface Opening {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** A year and a bit: beyond it the hours are taken to be always closed. */
export const horizonDays = 400

/**
 * The open stretch that holds `instant`, cut to begin there, or else the next one. Wall-clock hours, so 09:00 stays 09:00 across
 * a change of clocks; an hour that the change leaves out moves to the next that exists. A window that ends before it
 * begins spans midnight and belongs to the day it opens on. Hours that never open are taken as open at once.
 */
export function nextOpening(instant: Temporal.Instant, calendar: ContactCalendar): Opening {
  const today = instant.toZonedDateTimeISO(calendar.zone).toPlainDate()
  for (let offset = -1; offset < horizonDays; offset++) {
    const day = today.add({ days: offset })
    if (!isContactDay(day, calendar)) continue
    const ahead = openingsOf(day, calendar).filter(({ to }) => Temporal.Instant.compare(to, instant) > 0)
    const first = ahead.sort((a, b) => Temporal.Instant.compare(a.from, b.from))[0]
    if (first) return { from: later(first.from, instant), to: first.to }
  }
  return { from: instant, to: instant }
}

export function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b
}

function isContactDay(day: Temporal.PlainDate, { hours, holidays }: ContactCalendar): boolean {
  return hours.days.includes(day.dayOfWeek) && !holidays.isHoliday(day.toString())
}

function openingsOf(day: Temporal.PlainDate, { hours, zone }: ContactCalendar): Opening[] {
  return hours.windows.map(({ from, to }) => ({
    from: instantOf(day, { time: from, zone }),
    to: instantOf(to > from ? day : day.add({ days: 1 }), { time: to, zone }),
  }))
}

function instantOf(day: Temporal.PlainDate, { time, zone }: { time: string; zone: string }): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}
