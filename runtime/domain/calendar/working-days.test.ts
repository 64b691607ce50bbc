import fc from 'fast-check'
import { DateTime } from 'luxon'
import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { frenchHolidays } from './french-holidays.ts'
import { addWorkingDays, nextWorkingDay } from './working-days.ts'

const seed = 20_260_101

// Time enough for the properties on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const add = (date: string, days: number) =>
  addWorkingDays(Temporal.PlainDate.from(date), { days, holidays: frenchHolidays }).toString()

test('two working days after Thursday 2 April 2026 is Tuesday 7, past Easter Monday', () => {
  expect(add('2026-04-02', 2)).toBe('2026-04-07')
})

test('one working day before Monday 2 November 2026 is Friday 30 October', () => {
  expect(add('2026-11-02', -1)).toBe('2026-10-30')
})

test('a limit that ends on Saturday 15 August 2026 moves to Monday 17', () => {
  expect(nextWorkingDay(Temporal.PlainDate.from('2026-08-15'), frenchHolidays).toString()).toBe('2026-08-17')
})

test('a limit that ends on New Year moves to the first working day of the year', () => {
  expect(add('2027-01-01', 0)).toBe('2027-01-04')
})

test('a count of days that would never end is refused', () => {
  expect(() => add('2026-01-01', 1e9)).toThrow(RangeError)
})

test('working days agree with a day-by-day count made with another date library', () => {
  const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, fc.integer({ min: -300, max: 300 }), (from, days) => {
      const date = from.toISOString().slice(0, 10)
      expect(add(date, days)).toBe(byLuxon(date, days))
    }),
    { seed, numRuns: 200 },
  )
})

function byLuxon(date: string, days: number): string {
  const isWorked = (day: DateTime) => day.weekday < 6 && !frenchHolidays.isHoliday(day.toISODate()!)
  let day = DateTime.fromISO(date, { zone: 'utc' })
  if (days === 0) while (!isWorked(day)) day = day.plus({ days: 1 })
  for (let left = days; left !== 0; ) {
    day = day.plus({ days: Math.sign(days) })
    if (isWorked(day)) left -= Math.sign(days)
  }
  return day.toISODate()!
}
