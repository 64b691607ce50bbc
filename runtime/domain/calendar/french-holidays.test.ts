import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { frenchHolidays } from './french-holidays.ts'

test('the eleven public holidays agree with the general library from 1950 to 2099', () => {
  const library = new Holidays('FR', { types: ['public'] })
  for (let year = 1950; year < 2100; year += 1) {
    const expected = new Set(library.getHolidays(year).map((day) => day.date.slice(0, 10)))
    const ours = daysOf(year).filter((date) => frenchHolidays.isHoliday(date))
    expect(ours, String(year)).toEqual([...expected].sort())
  }
})

test('2008 has ten dates for eleven holidays, as Ascension fell on 1 May', () => {
  expect(daysOf(2008).filter((date) => frenchHolidays.isHoliday(date))).toHaveLength(10)
})

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    days.push(new Date(time).toISOString().slice(0, 10))
  }
  return days
}
