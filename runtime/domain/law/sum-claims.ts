import type { LateClaim } from './late-claim.ts'

/** What a letter claims beside the principal: one amount each, and the yearly rates in the order in which they were applied. */
export interface SummedClaims {
  /** Hundredths of a percent. */
  readonly rates: readonly number[]
  /** Minor units of the currency of the invoices. */
  readonly penalties: number
  /** Cents of EUR. */
  readonly indemnity: number
  readonly until: string
}

/** The claims of invoices of one currency, added up; null where nothing is claimed. The indemnity counts once per invoice. */
export function sumClaims(claims: readonly LateClaim[]): SummedClaims | null {
  const made = claims.filter(({ leftOut }) => leftOut === null)
  if (made.length === 0) return null
  const lines = made.flatMap((claim) => claim.lines).sort((left, right) => left.from.localeCompare(right.from))
  return {
    rates: [...new Set(lines.flatMap(({ rate }) => (rate ? [rate.rate] : [])))],
    penalties: made.reduce((sum, claim) => sum + claim.penalties, 0),
    indemnity: made.reduce((sum, claim) => sum + claim.indemnity, 0),
    until: made
      .map(({ until }) => until)
      .sort()
      .at(-1)!,
  }
}
