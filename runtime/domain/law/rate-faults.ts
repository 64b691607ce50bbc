import { type RateKind, type RateTable, rateKinds } from './rate-table.ts'
import { semesterOf } from './semester.ts'

export interface RateFault {
  readonly kind: RateKind
  /** Index of the row. */
  readonly row: number
  readonly fault: 'twice' | 'not-a-semester'
}

/** What a table cannot hold: two values from one day on, and a rate that begins within a half-year. */
export function rateFaults(table: RateTable): RateFault[] {
  return rateKinds.flatMap((kind) =>
    table[kind].flatMap(({ from }, row): RateFault[] => {
      if (table[kind].findIndex((other) => other.from === from) < row) return [{ kind, row, fault: 'twice' }]
      return kind !== 'indemnity' && semesterOf(from) !== from ? [{ kind, row, fault: 'not-a-semester' }] : []
    }),
  )
}
