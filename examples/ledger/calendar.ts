const day = 86_400_000
const time = (date: string) => Date.parse(`${date}T00:00:00Z`)
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The day `days` after `date`. */
export function after(date: string, days: number): string {
  return dateOf(time(date) + days * day)
}

/** The same day, or the Monday after a weekend. */
export function workingDay(date: string): string {
  const weekday = new Date(time(date)).getUTCDay()
  return after(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

export function monthEnd(date: string): string {
  const at = new Date(time(date))
  return dateOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0))
}

/** `2026-03-31` as `31/03/2026`. */
export function french(date: string): string {
  return date.split('-').reverse().join('/')
}
