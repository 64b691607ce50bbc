import { addDays, daysBetween } from '../ageing/days-between.ts'
import { type AgreedRate, type AnnualRate, annualRate } from './annual-rate.ts'
import type { RateTable } from './rate-table.ts'
import { nextSemester } from './semester.ts'

export interface PenaltyQuestion {
  readonly dueDate: string
  /** The last day that counts: that of the payment, else today. */
  readonly until: string
  /** Incl. VAT, before the payments below; minor units. */
  readonly amount: number
  /** What came in and when: it still bears interest on its own day. */
  readonly payments: readonly { readonly date: string; readonly amount: number }[]
  readonly agreed: AgreedRate
  readonly rates: RateTable
}

/** A stretch of days under one rate and one balance. */
export interface PenaltyLine {
  readonly from: string
  readonly to: string
  readonly days: number
  /** What was unpaid, in minor units. */
  readonly unpaid: number
  /** Null where no rate is known that far back: nothing is claimed for these days. */
  readonly rate: AnnualRate | null
  /** Minor units. The lines add up to the rounded sum of the exact amounts. */
  readonly amount: number
}

/** Hundredths of a percent, over a year of 365 days. */
const divisor = 10_000n * 365n

/**
 * Late-payment penalties (C. com. L441-10 II): unpaid incl. VAT × rate × days / 365 from the day after the due date, apart for
 * each half-year and each balance. No reminder is needed for them to run. Simple interest, rounded half up once over the whole.
 */
export function latePenalties(question: PenaltyQuestion): PenaltyLine[] {
  const { dueDate, until, agreed, rates } = question
  const lines: PenaltyLine[] = []
  let exact = 0n
  for (let from = addDays(dueDate, 1); from <= until; ) {
    const to = lastAlike(from, question)
    const unpaid = unpaidOn(from, question)
    if (unpaid <= 0) break
    const days = daysBetween(from, to) + 1
    const rate = annualRate(from, { agreed, rates }) ?? null
    const before = rounded(exact)
    exact += BigInt(unpaid) * BigInt(rate?.rate ?? 0) * BigInt(days)
    lines.push({ from, to, days, unpaid, rate, amount: rounded(exact) - before })
    from = addDays(to, 1)
  }
  return lines
}

/** The last day on which rate and balance are what they are on `from`. */
function lastAlike(from: string, { until, payments }: PenaltyQuestion): string {
  const paydays = payments.map(({ date }) => date).filter((date) => date >= from)
  return [until, addDays(nextSemester(from), -1), ...paydays].sort()[0]!
}

function unpaidOn(day: string, { amount, payments }: PenaltyQuestion): number {
  return payments.reduce((left, payment) => (payment.date < day ? left - payment.amount : left), amount)
}

function rounded(exact: bigint): number {
  return Number((exact + divisor / 2n) / divisor)
}
