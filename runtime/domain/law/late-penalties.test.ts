import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { annualRate } from './annual-rate.ts'
import { initialRates as rates } from './initial-rates.ts'
import { latePenalties, type PenaltyQuestion } from './late-penalties.ts'

const seed = 20_260_502

const usual: PenaltyQuestion = {
  dueDate: '2025-05-31',
  until: '2025-09-15',
  amount: 1_200_000,
  payments: [],
  agreed: null,
  rates,
}

const total = (question: Partial<PenaltyQuestion>) =>
  latePenalties({ ...usual, ...question }).reduce((sum, { amount }) => sum + amount, 0)

describe('late-payment penalties', () => {
  test('12 000.00 due on 31 May 2025 and paid on 15 September cost 437.28: 30 days at 13.15 % and 77 days at 12.15 %', () => {
    const lines = latePenalties(usual)
    expect(lines.map(({ from, to, days, rate, amount }) => [from, to, days, rate?.rate, amount])).toEqual([
      ['2025-06-01', '2025-06-30', 30, 1_315, 12_970],
      ['2025-07-01', '2025-09-15', 77, 1_215, 30_758],
    ])
    expect(total({})).toBe(43_728)
  })

  test('run from the day after the due date, with no reminder', () => {
    expect(latePenalties({ ...usual, until: '2025-05-31' })).toEqual([])
    expect(latePenalties({ ...usual, until: '2025-06-01' })).toHaveLength(1)
  })

  test('a part payment lowers what bears interest from its next day', () => {
    const lines = latePenalties({ ...usual, payments: [{ date: '2025-06-10', amount: 200_000 }] })
    expect(lines.map(({ from, to, unpaid }) => [from, to, unpaid])).toEqual([
      ['2025-06-01', '2025-06-10', 1_200_000],
      ['2025-06-11', '2025-06-30', 1_000_000],
      ['2025-07-01', '2025-09-15', 1_000_000],
    ])
  })

  test('nothing runs once all is paid, nor on what was paid in time', () => {
    expect(latePenalties({ ...usual, payments: [{ date: '2025-06-10', amount: 1_200_000 }] }).at(-1)?.to).toBe(
      '2025-06-10',
    )
    expect(latePenalties({ ...usual, payments: [{ date: '2025-05-31', amount: 1_200_000 }] })).toEqual([])
  })

  test('days before the first known rate are shown and bear nothing', () => {
    const lines = latePenalties({ ...usual, dueDate: '2024-05-31', until: '2024-07-01' })
    expect(lines.map(({ days, rate, amount }) => [days, rate?.rate ?? null, amount])).toEqual([
      [30, null, 0],
      [1, 1_425, 468],
    ])
  })

  test('the last known rate serves a half-year whose own is not entered yet, and says so', () => {
    const [line] = latePenalties({ ...usual, dueDate: '2026-09-30', until: '2026-10-10' })
    expect(line?.rate).toMatchObject({ rate: 1_215, carried: true, reference: { from: '2026-01-01' } })
  })
})

describe('the yearly rate', () => {
  test('is the rate of the European Central Bank and ten points where nothing was agreed', () => {
    expect(annualRate('2024-12-31', { agreed: null, rates })).toMatchObject({ rate: 1_425, basis: 'default' })
    expect(annualRate('2025-01-01', { agreed: null, rates })).toMatchObject({ rate: 1_315, basis: 'default' })
  })

  test('may be agreed lower, not under three times the legal rate of the half-year', () => {
    expect(annualRate('2025-03-01', { agreed: 500, rates })).toMatchObject({ rate: 1_113, basis: 'floor' })
    expect(annualRate('2025-08-01', { agreed: 500, rates })).toMatchObject({ rate: 828, basis: 'floor' })
    expect(annualRate('2025-08-01', { agreed: 900, rates })).toMatchObject({ rate: 900, basis: 'agreed' })
  })

  test('by default is not lifted by that floor', () => {
    const high = { ...rates, legal: [{ from: '2025-01-01', value: 600, checked: true }] }
    expect(annualRate('2025-03-01', { agreed: null, rates: high })).toMatchObject({ rate: 1_315, basis: 'default' })
  })
})

const days = fc
  .date({ min: new Date('2024-07-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const payments = fc.array(fc.record({ date: days, amount: fc.integer({ min: 1, max: 500_000 }) }), { maxLength: 4 })
const amounts = fc.integer({ min: 1, max: 10 ** 12 })
const agreed = fc.option(fc.integer({ min: 0, max: 2_500 }), { nil: null })

test('the lines add up to a count day by day made with another date library, rounded once', () => {
  fc.assert(
    fc.property(days, days, amounts, payments, agreed, (dueDate, until, amount, paid, rate) => {
      const question = { ...usual, dueDate, until, amount, payments: paid, agreed: rate }
      const exact = dayByDay(question)
      const divisor = 3_650_000n
      expect(total(question)).toBe(Number((exact + divisor / 2n) / divisor))
    }),
    { seed, numRuns: 200 },
  )
})

test('lines follow each other without a gap from the day after the due date', () => {
  fc.assert(
    fc.property(days, days, amounts, payments, (dueDate, until, amount, paid) => {
      let next = DateTime.fromISO(dueDate, { zone: 'utc' }).plus({ days: 1 })
      for (const line of latePenalties({ ...usual, dueDate, until, amount, payments: paid })) {
        expect(line.from).toBe(next.toISODate())
        next = next.plus({ days: line.days })
        expect(line.to).toBe(next.minus({ days: 1 }).toISODate())
        expect(line.amount).toBeGreaterThanOrEqual(0)
      }
    }),
    { seed: seed + 1, numRuns: 200 },
  )
})

function dayByDay({ dueDate, until, amount, payments: paid, agreed: rate }: PenaltyQuestion): bigint {
  let exact = 0n
  const last = DateTime.fromISO(until, { zone: 'utc' })
  for (
    let day = DateTime.fromISO(dueDate, { zone: 'utc' }).plus({ days: 1 });
    day <= last;
    day = day.plus({ days: 1 })
  ) {
    const date = day.toISODate()!
    const unpaid = paid.reduce((left, one) => (one.date < date ? left - one.amount : left), amount)
    if (unpaid > 0) exact += BigInt(unpaid) * BigInt(annualRate(date, { agreed: rate, rates })!.rate)
  }
  return exact
}
