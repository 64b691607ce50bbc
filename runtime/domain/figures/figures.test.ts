import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agedBalance } from '../ageing/aged-balance.ts'
import { collectionEffectiveness } from './collection-effectiveness.ts'
import { averageDaysDelinquent, bestPossibleDso, countBackDso, simpleDso } from './days-sales-outstanding.ts'
import { disputeResolutionDays } from './dispute-resolution.ts'
import { payerProfile, sixMonthsBefore } from './payer-profile.ts'
import { meanPaymentDelay, paymentGrade } from './payment-delay.ts'
import { promiseKeptRate, promiseState } from './promises.ts'
import { atRiskRate, overdueRate } from './rates.ts'

const seed = 20_260_303

describe('DSO', () => {
  test('30 000 of receivables on 60 000 of sales in 90 days are 45 days', () => {
    expect(simpleDso({ receivables: 30_000, sales: 60_000, days: 90 })).toBe(45)
  })

  test('2 500 on 1 December, counted back over November 1 200, October 800, September 700, are 82.4 days', () => {
    const months = [
      { sales: 1_200, days: 30 },
      { sales: 800, days: 31 },
      { sales: 700, days: 30 },
    ]
    expect(countBackDso(2_500, months)).toBeCloseTo(82.43, 2)
    expect(countBackDso(2_000, months)).toBe(61)
    expect(countBackDso(0, months)).toBe(0)
    expect(countBackDso(9_999, months), 'more than all known sales: at least all their days').toBe(91)
  })

  test('with even sales, count-back and the simple formula agree', () => {
    const amount = fc.integer({ min: 1, max: 1e9 })
    fc.assert(
      fc.property(amount, fc.double({ min: 0, max: 6, noNaN: true }), (monthly, months) => {
        const receivables = monthly * months
        const even = Array.from({ length: 12 }, () => ({ sales: monthly, days: 30 }))
        expect(countBackDso(receivables, even)).toBeCloseTo(simpleDso({ receivables, sales: monthly, days: 30 }), 6)
      }),
      { seed, numRuns: 300 },
    )
  })

  test('the best possible DSO of 4 000 not due on 10 000 of sales in 30 days is 12; 45 − 12 days are lost to late payers', () => {
    const bestPossible = bestPossibleDso({ notDue: 4_000, sales: 10_000, days: 30 })
    expect(bestPossible).toBe(12)
    expect(averageDaysDelinquent({ dso: 45, bestPossible })).toBe(33)
  })

  test('a company without sales has no DSO rather than an infinite one', () => {
    expect(simpleDso({ receivables: 10, sales: 0, days: 30 })).toBe(0)
  })
})

test('the collection effectiveness of 6 200 + 3 630 − 6 340 over 6 200 + 3 630 − 3 590 is 55.9 %', () => {
  const index = collectionEffectiveness({ opening: 6_200, monthlySales: 3_630, closing: 6_340, closingNotDue: 3_590 })
  expect(index * 100).toBeCloseTo(55.9, 1)
})

describe('Payment delay', () => {
  const at = '2026-06-30'

  test('a big invoice weighs more than a small one, and an early payment counts as negative', () => {
    const items = [
      { amount: 3_000, dueDate: '2026-05-01', paidDate: '2026-05-11' },
      { amount: 1_000, dueDate: '2026-05-01', paidDate: '2026-04-21' },
    ]
    expect(meanPaymentDelay(items, { at })).toBe(5)
  })

  test('an unpaid invoice counts up to today', () => {
    expect(meanPaymentDelay([{ amount: 1, dueDate: '2026-06-20', paidDate: null }], { at })).toBe(10)
  })

  test.each([
    [-5, 'A'],
    [30, 'A'],
    [30.1, 'B'],
    [60, 'B'],
    [90, 'C'],
    [91, 'D'],
  ] as const)('a mean delay of %d days is graded %s', (delay, grade) => {
    expect(paymentGrade(delay)).toBe(grade)
  })

  test('the payer profile looks at the invoices paid in the last six months only', () => {
    const items = [
      { amount: 1_000, dueDate: '2026-02-01', paidDate: '2026-03-18' },
      { amount: 9_000, dueDate: '2025-01-01', paidDate: '2025-12-30' },
      { amount: 9_000, dueDate: '2026-01-01', paidDate: null },
    ]
    expect(payerProfile(items, { at })).toEqual({ meanDelay: 45, grade: 'B', paidInvoices: 1 })
    expect(payerProfile([], { at })).toBeNull()
    expect([sixMonthsBefore('2026-08-31'), sixMonthsBefore('2026-06-30')]).toEqual(['2026-02-28', '2025-12-30'])
  })

  test('no weighting leaves the range of the delays', () => {
    const item = fc.record({ amount: fc.integer({ min: 1, max: 1e9 }), late: fc.integer({ min: -60, max: 300 }) })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        const dated = items.map(({ amount, late }) => ({
          amount,
          dueDate: '2026-01-01',
          paidDate: new Date(Date.UTC(2026, 0, 1 + late)).toISOString().slice(0, 10),
        }))
        const delays = items.map(({ late }) => late)
        const mean = meanPaymentDelay(dated, { at })
        expect(mean).toBeGreaterThanOrEqual(Math.min(...delays) - 1e-9)
        expect(mean).toBeLessThanOrEqual(Math.max(...delays) + 1e-9)
      }),
      { seed, numRuns: 300 },
    )
  })
})

describe('Rates', () => {
  test('the overdue rate is given by amount and by count', () => {
    const items = [
      { dueDate: '2026-01-01', open: 300 },
      { dueDate: '2026-12-01', open: 600 },
      { dueDate: '2026-12-01', open: 300 },
    ]
    expect(overdueRate(agedBalance(items, { at: '2026-03-01' }))).toEqual({ byAmount: 0.25, byCount: 1 / 3 })
  })

  test('the at-risk rate of a month waits until all its invoices are 90 days past due', () => {
    const month = [
      { amount: 800, open: 0, dueDate: '2026-01-31' },
      { amount: 200, open: 100, dueDate: '2026-01-31' },
    ]
    expect(atRiskRate(month, { at: '2026-05-01' })).toEqual({ byAmount: 0.1, byCount: 0.5 })
    expect(atRiskRate(month, { at: '2026-04-30' })).toBeNull()
  })

  test('a promise is kept when paid in full on or before its date, pending until that day has ended', () => {
    const promise = { amount: 1_000, date: '2026-03-10' }
    const paid = [
      { amount: 600, date: '2026-03-02' },
      { amount: 400, date: '2026-03-10' },
    ]
    expect(promiseState(promise, { payments: paid, at: '2026-03-10' })).toBe('kept')
    expect(promiseState(promise, { payments: paid.slice(0, 1), at: '2026-03-10' })).toBe('pending')
    expect(promiseState(promise, { payments: [{ amount: 1_000, date: '2026-03-11' }], at: '2026-03-11' })).toBe(
      'broken',
    )
  })

  test('the promise kept rate leaves pending and cancelled promises out', () => {
    const promises = [
      { amount: 750, state: 'kept' },
      { amount: 250, state: 'broken' },
      { amount: 999, state: 'pending' },
      { amount: 999, state: 'cancelled' },
    ] as const
    expect(promiseKeptRate(promises)).toEqual({ byAmount: 0.75, byCount: 0.5 })
    expect(promiseKeptRate([])).toBeNull()
  })

  test('disputes are measured from opening to closing, by type', () => {
    const disputes = [
      { type: 'price', openedOn: '2026-01-01', closedOn: '2026-01-11' },
      { type: 'price', openedOn: '2026-01-01', closedOn: '2026-01-21' },
      { type: 'quality', openedOn: '2026-01-01', closedOn: null },
    ]
    expect([...disputeResolutionDays(disputes, { by: ({ type }) => type })]).toEqual([['price', 15]])
  })
})
