import Holidays from 'date-holidays'
import { frenchHolidays, yearlyHolidays } from './french-holidays.ts'
import { type FrenchTerritory, frenchTerritoryOf } from './french-territory.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'

/** Where a debtor is. */
export interface HolidayPlace {
  /** ISO 3166-1, two letters. */
  readonly country: string
  /** Tells Alsace-Moselle and the overseas territories apart. */
  readonly postalCode?: string
}

/** Territories whose holidays are set by codes of their own: the library's. */
const ownCodes = new Set(['WF', 'PF', 'NC'])

/**
 * The public holidays where a debtor is; a country that the library does not know has none. Heavy: for the server and the CLI.
 */
export function holidaysOf(place: HolidayPlace): HolidayCalendar {
  const territory = frenchTerritoryOf(place)
  const isFrench = territory && !ownCodes.has(territory.country ?? '')
  const country = territory?.country ?? place.country
  const key = isFrench ? territory : country
  const known = calendars.get(key) ?? (isFrench ? territoryCalendar(territory) : libraryCalendar(country))
  calendars.set(key, known)
  return known
}

const calendars = new Map<FrenchTerritory | string, HolidayCalendar>()

function territoryCalendar({ holidays }: FrenchTerritory): HolidayCalendar {
  return holidays.length === 0 ? frenchHolidays : yearlyHolidays(holidays)
}

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
