import { type Dated, type RateTable, valueOn } from './rate-table.ts'
import { semesterOf } from './semester.ts'

/** Points above the ECB's rate where nothing was agreed, in hundredths of a percent (C. com. L441-10 II). */
export const defaultMargin = 1_000
/** How many times the legal rate an agreed rate must reach (C. com. L441-10 II). */
export const floorMultiple = 3

/** Yearly rate in hundredths of a percent that the sales terms state; null where they are silent. */
export type AgreedRate = number | null

export interface AnnualRate {
  /** Hundredths of a percent a year. */
  readonly rate: number
  /** Where it comes from: the ECB's rate + 10 points, the sales terms, or the floor that lifts them. */
  readonly basis: 'default' | 'agreed' | 'floor'
  /** The published rate that it rests on; null for an agreed rate whose floor is not known. */
  readonly reference: Dated | null
  /** The half-year's own rate is not entered yet, so the last known one serves. */
  readonly carried: boolean
}

/**
 * The yearly rate of the half-year that holds a day (C. com. L441-10 II). An agreed rate is lifted to three times the legal
 * rate; that floor does not lift the default. Undefined where no rate is known that far back.
 */
export function annualRate(
  date: string,
  { agreed, rates }: { readonly agreed: AgreedRate; readonly rates: RateTable },
): AnnualRate | undefined {
  const semester = semesterOf(date)
  if (agreed === null) {
    const reference = valueOn(rates.refinancing, semester)
    return (
      reference && { rate: reference.value + defaultMargin, basis: 'default', reference, ...since(reference, semester) }
    )
  }
  const reference = valueOn(rates.legal, semester)
  if (reference === undefined) return { rate: agreed, basis: 'agreed', reference: null, carried: true }
  const floor = floorMultiple * reference.value
  const lifted = floor > agreed
  return {
    rate: lifted ? floor : agreed,
    basis: lifted ? 'floor' : 'agreed',
    reference,
    ...since(reference, semester),
  }
}

const since = (reference: Dated, semester: string) => ({ carried: reference.from < semester })
