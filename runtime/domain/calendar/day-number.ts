export const dayMs = 86_400_000

/** Days since 1 January 1970 of a calendar date `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs
}

/** The calendar date `YYYY-MM-DD` of a day counted from 1 January 1970. */
export function isoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
