import type { ContactHours } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { nextOpening } from './contact-hours.ts'
import { frenchHolidays } from './french-holidays.ts'

const seed = 20_260_102

// Time enough for the properties on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
const week = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** The next opening after a Paris wall-clock time, told in Paris wall-clock time. */
function opening(asked: string, hours: ContactHours, zone = 'Europe/Paris'): string {
  const instant = Temporal.PlainDateTime.from(asked).toZonedDateTime(zone).toInstant()
  const { from } = nextOpening(instant, { zone, hours, holidays: frenchHolidays })
  return from.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

const hours = (days: number[], ...windows: string[]): ContactHours => ({
  days,
  windows: windows.map((window) => ({ from: window.slice(0, 5), to: window.slice(6) })),
})

test.each([
  ['2026-03-27T18:30', '2026-03-30T09:00'],
  ['2026-10-23T18:30', '2026-10-26T09:00'],
])('Monday 09:00 in Paris, asked on the Friday before the clocks change (%s), is 09:00', (asked, expected) => {
  expect(opening(asked, hours([1], '09:00-12:00'))).toBe(expected)
})

test('Monday 00:30 is a Monday, though it is still Sunday in UTC', () => {
  expect(opening('2026-06-05T12:00', hours([1], '00:30-01:30'))).toBe('2026-06-08T00:30')
})

test('a window from 20:00 to 08:00 spans midnight and is open at three in the morning', () => {
  expect(opening('2026-06-09T03:00', hours(everyDay, '20:00-08:00'))).toBe('2026-06-09T03:00')
  expect(opening('2026-06-09T08:00', hours(everyDay, '20:00-08:00'))).toBe('2026-06-09T20:00')
})

test("Friday's night window runs into Saturday, and Saturday opens none of its own", () => {
  expect(opening('2026-06-13T07:00', hours(week, '20:00-08:00'))).toBe('2026-06-13T07:00')
  expect(opening('2026-06-13T09:00', hours(week, '20:00-08:00'))).toBe('2026-06-15T20:00')
})

test('an hour that the spring change leaves out opens at the next that exists', () => {
  expect(opening('2026-03-28T12:00', hours([7], '02:30-06:00'))).toBe('2026-03-29T03:30')
})

test('the lunch break is closed', () => {
  expect(opening('2026-06-09T13:00', hours(week, '10:00-13:00', '14:00-18:00'))).toBe('2026-06-09T14:00')
})

test('nobody is contacted on 14 July', () => {
  expect(opening('2026-07-13T18:00', hours(week, '10:00-13:00'))).toBe('2026-07-15T10:00')
})

test('a debtor in Réunion is contacted by the clock of Réunion', () => {
  const asked = Temporal.Instant.from('2026-06-09T20:00:00Z')
  const { from } = nextOpening(asked, {
    zone: 'Indian/Reunion',
    hours: hours(week, '10:00-13:00'),
    holidays: frenchHolidays,
  })
  expect(from.toString()).toBe('2026-06-10T06:00:00Z')
})

test('openings agree with a walk by half hours made with another date library', () => {
  const clock = fc.integer({ min: 0, max: 47 }).map((half) => `${pad(half >> 1)}:${half % 2 ? '30' : '00'}`)
  const windows = fc.array(fc.tuple(clock, clock), { minLength: 1, maxLength: 3 })
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
  const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Indian/Reunion', 'Asia/Kolkata')
  const around = fc.constantFrom('2026-03-27', '2026-10-23', '2026-12-30', '2027-06-15', '2026-03-07')
  fc.assert(
    fc.property(windows, days, zones, around, fc.integer({ min: 0, max: 4 * 48 }), (pairs, on, zone, start, half) => {
      const asked = DateTime.fromISO(start, { zone }).plus({ minutes: half * 30 })
      const asking = hours(on, ...pairs.map((pair) => pair.join('-')))
      const { from } = nextOpening(Temporal.Instant.fromEpochMilliseconds(asked.toMillis()), {
        zone,
        hours: asking,
        holidays: frenchHolidays,
      })
      expect(from.epochMilliseconds).toBe(byLuxon(asked, asking))
    }),
    { seed, numRuns: 150 },
  )
})

/** Walks on by half hours until a window holds the instant. */
function byLuxon(asked: DateTime, { days, windows }: ContactHours): number {
  for (let at = asked; ; at = at.plus({ minutes: 30 })) {
    const isOpen = [0, -1].some((shift) => {
      const day = at.startOf('day').plus({ days: shift })
      if (!days.includes(day.weekday) || frenchHolidays.isHoliday(day.toISODate()!)) return false
      return windows.some(({ from, to }) => {
        const opens = clockOn(day, from)
        const closes = clockOn(to > from ? day : day.plus({ days: 1 }), to)
        return opens <= at && at < closes
      })
    })
    if (isOpen) return at.toMillis()
  }
}

function clockOn(day: DateTime, time: string): DateTime {
  return DateTime.fromISO(`${day.toISODate()}T${time}`, { zone: day.zone })
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
