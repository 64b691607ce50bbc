/** One line of the table: what was done, what it cost, what the bare thing costs in the same run, and how the two compare. */
export interface Row {
  readonly work: string
  readonly figure: string
  readonly floor: string
  readonly ratio: string
  readonly budget: string
  readonly kept: boolean
}

const columns = ['work', 'figure', 'floor', 'ratio', 'budget'] as const

/** The rows as a table for people; a row over its budget is marked. */
export function report(rows: readonly Row[]): string {
  const heads = Object.fromEntries(columns.map((column) => [column, column])) as Record<
    (typeof columns)[number],
    string
  >
  const widths = columns.map((column) => Math.max(...[heads, ...rows].map((row) => row[column].length)))
  const line = (row: Record<(typeof columns)[number], string>) =>
    columns.map((column, index) => row[column].padEnd(widths[index]!)).join('  ')
  return [line(heads), ...rows.map((row) => `${line(row)}  ${row.kept ? 'kept' : 'OVER'}`)].join('\n')
}

/** The middle value; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]!
}

/** The value that a share `p` (0 to 1) of the values does not exceed. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)]!
}

export const times = (ratio: number) => `${ratio.toFixed(2)} ×`
