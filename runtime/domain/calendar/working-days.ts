import type { Temporal } from 'temporal-polyfill'
import { furthestDays } from './furthest-days.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'

/** Monday to Friday and no public holiday. */
export function isWorkingDay(date: Temporal.PlainDate, holidays: HolidayCalendar): boolean {
  return date.dayOfWeek <= 5 && !holidays.isHoliday(date.toString())
}

/** The day itself if it is worked, else the next that is: where a limit that ends on a day off moves to. */
export function nextWorkingDay(date: Temporal.PlainDate, holidays: HolidayCalendar): Temporal.PlainDate {
  let day = date
  while (!isWorkingDay(day, holidays)) day = day.add({ days: 1 })
  return day
}

/**
 * Counts working days from a date, backwards if negative; the date itself is not counted. Zero gives the date if it is worked,
 * else the next that is. Throws RangeError beyond `furthestDays`.
 */
export function addWorkingDays(
  date: Temporal.PlainDate,
  { days, holidays }: { days: number; holidays: HolidayCalendar },
): Temporal.PlainDate {
  if (Math.abs(days) > furthestDays) throw new RangeError(`${days} working days are too far`)
  if (days === 0) return nextWorkingDay(date, holidays)
  const stride = Math.sign(days)
  let day = date
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add({ days: stride })
    if (isWorkingDay(day, holidays)) left--
  }
  return day
}
