import { easterSunday } from './easter-sunday.ts'
import type { YearlyDay } from './french-territory.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'

/** The eleven of C. trav. L3133-1; by days after Easter: Easter Monday, Ascension, Whit Monday. */
const everywhere: readonly YearlyDay[] = [
  ...['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  ...[1, 39, 50],
]

/** The eleven public holidays of mainland France. */
export const frenchHolidays: HolidayCalendar = yearlyHolidays([])

/**
 * The eleven public holidays and those of a territory, as sets of dates per year. A table of our own, as the general library
 * weighs 800 kB in a browser; a test holds it against that library.
 */
export function yearlyHolidays(own: readonly YearlyDay[]): HolidayCalendar {
  const days = [...everywhere, ...own]
  const years = new Map<number, ReadonlySet<string>>()
  return {
    isHoliday: (date) => {
      const year = Number(date.slice(0, 4))
      const dates = years.get(year) ?? datesIn(year, days)
      years.set(year, dates)
      return dates.has(date)
    },
  }
}

function datesIn(year: number, days: readonly YearlyDay[]): ReadonlySet<string> {
  const easter = easterSunday(year)
  const afterEaster = (count: number) => new Date(easter + count * 86_400_000).toISOString().slice(0, 10)
  const first = String(year).padStart(4, '0')
  return new Set(days.map((day) => (typeof day === 'number' ? afterEaster(day) : `${first}-${day}`)))
}
