/** Order of day and month where both are possible. */
export type DateOrder = 'day-first' | 'month-first'
export type DateReading = { readonly date: string } | { readonly fault: 'empty' | 'unreadable' | 'out-of-range' }

interface Parts {
  readonly year: number
  readonly first: number
  readonly second: number
  /** Year first: the order is month, day. */
  readonly certain: boolean
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?$/

/**
 * A date as ledgers write it (`2026-03-01`, `20260301`, `01/03/2026`, `1.3.26`, a time after it is dropped) → `YYYY-MM-DD`
 * between 1990 and 2100.
 */
export function readDate(text: string, options: { order: DateOrder }): DateReading {
  const trimmed = text.trim()
  if (trimmed === '') return { fault: 'empty' }
  const parts = partsOf(trimmed)
  if (parts === null) return { fault: 'unreadable' }
  const dayFirst = !parts.certain && options.order === 'day-first'
  const [month, day] = dayFirst ? [parts.second, parts.first] : [parts.first, parts.second]
  const time = new Date(Date.UTC(parts.year, month - 1, day))
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return { fault: 'unreadable' }
  if (parts.year < 1990 || parts.year > 2100) return { fault: 'out-of-range' }
  return { date: time.toISOString().slice(0, 10) }
}

/** What a written date proves about the order of its file; null proves nothing. */
export function dateOrderOf(text: string): DateOrder | 'either' | null {
  const parts = partsOf(text.trim())
  if (parts === null || parts.certain) return null
  if (parts.first > 12 && parts.second <= 12) return 'day-first'
  if (parts.second > 12 && parts.first <= 12) return 'month-first'
  return parts.first === parts.second ? null : 'either'
}

/** The form of a written date as people name it, e.g. `DD/MM/YYYY`; null when it is none. */
export function dateFormOf(text: string, options: { order: DateOrder }): string | null {
  const trimmed = text.trim()
  const separated = yearFirst.exec(trimmed)
  if (separated) return ['YYYY', 'MM', 'DD'].join(separated[2])
  if (compact.test(trimmed)) return 'YYYYMMDD'
  const last = yearLast.exec(trimmed)
  if (!last) return null
  const year = last[4]!.length === 4 ? 'YYYY' : 'YY'
  return (options.order === 'day-first' ? ['DD', 'MM', year] : ['MM', 'DD', year]).join(last[2])
}

function partsOf(text: string): Parts | null {
  if (text.length > 40) return null
  const written = compact.exec(text)
  if (written) return { year: Number(written[1]), first: Number(written[2]), second: Number(written[3]), certain: true }
  const first = yearFirst.exec(text)
  if (first) return { year: Number(first[1]), first: Number(first[3]), second: Number(first[4]), certain: true }
  const last = yearLast.exec(text)
  if (!last) return null
  const year = Number(last[4])
  const full = last[4]!.length === 4 ? year : year + (year < 70 ? 2000 : 1900)
  return { year: full, first: Number(last[1]), second: Number(last[3]), certain: false }
}
