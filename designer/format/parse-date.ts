/** `14/10`, `14.10.26`, `14/10/2026` or `2026-10-14` → `2026-10-14`; null for a day that does not exist. */
export function parseDate(text: string, thisYear: number): string | null {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed)
  const day = /^(\d{1,2})[/.\s-](\d{1,2})(?:[/.\s-](\d{2}|\d{4}))?$/.exec(trimmed)
  if (iso !== null) return dateOf({ year: iso[1]!, month: iso[2]!, day: iso[3]! })
  if (day === null) return null
  return dateOf({ year: fullYear(day[3], thisYear), month: day[2]!, day: day[1]! })
}

function fullYear(typed: string | undefined, thisYear: number): string {
  if (typed === undefined) return String(thisYear)
  return typed.length === 2 ? `20${typed}` : typed
}

function dateOf({ year, month, day }: Record<'year' | 'month' | 'day', string>): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date ? null : date
}
