import { Temporal } from 'temporal-polyfill'
import type { HolidayCalendar } from './holiday-calendar.ts'
import { nextWorkingDay } from './working-days.ts'

/**
 * The last day of a time limit of so many days, the first day not counted; one that would end on a Saturday, a Sunday or a
 * public holiday ends on the next working day (CPC 641, 642).
 */
export function limitEnd(from: string, { days, holidays }: { days: number; holidays: HolidayCalendar }): string {
  return nextWorkingDay(Temporal.PlainDate.from(from).add({ days }), holidays).toString()
}
