import Holidays from 'date-holidays'
import { frenchHolidays } from './french-holidays.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'

/** Where a debtor is. `postalCode` will tell Alsace-Moselle and the overseas territories apart. */
export interface HolidayPlace {
  /** ISO 3166-1, two letters. */
  readonly country: string
  readonly postalCode?: string
}

/** The public holidays of a country; one that the library does not know has none. Heavy: for the server and the CLI. */
export function holidaysOf({ country }: HolidayPlace): HolidayCalendar {
  if (country === 'FR') return frenchHolidays
  const known = calendars.get(country) ?? libraryCalendar(country)
  calendars.set(country, known)
  return known
}

const calendars = new Map<string, HolidayCalendar>()

function libraryCalendar(country: string): HolidayCalendar {
  const library = new Holidays(country, { types: ['public'] })
  const years = new Map<number, ReadonlySet<string>>()
  return {
    isHoliday: (date) => {
      const year = Number(date.slice(0, 4))
      const days = years.get(year) ?? new Set((library.getHolidays(year) ?? []).map((day) => day.date.slice(0, 10)))
      years.set(year, days)
      return days.has(date)
    },
  }
}
