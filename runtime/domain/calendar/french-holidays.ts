import type { HolidayCalendar } from './holiday-calendar.ts'

/**
 * The eleven public holidays of C. trav. L3133-1, as sets of dates per year. A table of our own, as the general library weighs
 * 800 kB in a browser; a test holds it against that library.
 */
export const frenchHolidays: HolidayCalendar = {
  isHoliday: (date) => {
    const year = Number(date.slice(0, 4))
    const days = years.get(year) ?? holidaysOfYear(year)
    years.set(year, days)
    return days.has(date)
  },
}

const years = new Map<number, ReadonlySet<string>>()

const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const movable = [1, 39, 50]

function holidaysOfYear(year: number): ReadonlySet<string> {
  const easter = easterSunday(year)
  return new Set([
    ...fixed.map((day) => `${String(year).padStart(4, '0')}-${day}`),
    ...movable.map((days) => new Date(easter + days * 86_400_000).toISOString().slice(0, 10)),
  ])
}

/** Gregorian Easter as UTC milliseconds (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leap = Math.floor(century / 4)
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leap - moon + 15) % 30
  const rest = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * rest) / 451)
  const day = epact + rest - 7 * shift + 114
  return Date.UTC(year, Math.floor(day / 31) - 1, (day % 31) + 1)
}
