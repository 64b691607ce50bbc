/** Which days nobody is at work. Dates are `YYYY-MM-DD`. */
export interface HolidayCalendar {
  readonly isHoliday: (date: string) => boolean
}
