/** A value that holds from a day on, until the next one. Rates are hundredths of a percent, so 2.15 % is 215. */
export interface Dated {
  /** `YYYY-MM-DD`; for rates the first day of a half-year. */
  readonly from: string
  readonly value: number
  /** Whether somebody has compared it with its publication. */
  readonly checked: boolean
}

/** What the law fixes from time to time. A company keeps its own copy and edits it. */
export interface RateTable {
  /** Main refinancing rate of the ECB in force on 1 January or 1 July (C. com. L441-10 II). */
  readonly refinancing: readonly Dated[]
  /** Legal interest rate between professionals, by half-year (C. mon. fin. L313-2). */
  readonly legal: readonly Dated[]
  /** Fixed indemnity for recovery costs, in cents of EUR (C. com. D441-5). */
  readonly indemnity: readonly Dated[]
}

export const rateKinds = ['refinancing', 'legal', 'indemnity'] as const satisfies readonly (keyof RateTable)[]
export type RateKind = (typeof rateKinds)[number]

/** The latest value that began on or before a day; undefined before the first. */
export function valueOn(values: readonly Dated[], date: string): Dated | undefined {
  return values.reduce<Dated | undefined>(
    (best, one) => (one.from <= date && (best === undefined || one.from > best.from) ? one : best),
    undefined,
  )
}
