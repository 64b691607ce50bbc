/** The first day of the half-year that holds a date: 1 January or 1 July. */
export function semesterOf(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(5, 7) < '07' ? '01' : '07'}-01`
}

/** The first day of the half-year after the one that holds a date. */
export function nextSemester(date: string): string {
  const year = Number(date.slice(0, 4))
  return date.slice(5, 7) < '07' ? `${date.slice(0, 4)}-07-01` : `${String(year + 1).padStart(4, '0')}-01-01`
}
