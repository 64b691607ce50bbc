import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { areLawful, defaultTerms, dueDateOf, endsOfMonth, longestTerms } from './payment-terms.ts'

const seed = 20_260_501

test('without an agreement an invoice falls due after 30 days', () => {
  expect(dueDateOf('2026-01-31', defaultTerms)).toBe('2026-03-02')
})

test('sixty days from the invoice date', () => {
  expect(dueDateOf('2026-01-01', { days: 60, endOfMonth: 'none' })).toBe('2026-03-02')
})

test.each([
  ['2026-01-10', '2026-02-28', '2026-03-17'],
  ['2026-01-31', '2026-03-31', '2026-03-17'],
  ['2024-01-15', '2024-02-29', '2024-03-16'],
  ['2026-11-20', '2027-01-31', '2027-01-14'],
])('45 days end of month from %s: %s by days then month end, %s by month end then days', (issued, after, before) => {
  expect(dueDateOf(issued, { days: 45, endOfMonth: 'after-days' })).toBe(after)
  expect(dueDateOf(issued, { days: 45, endOfMonth: 'before-days' })).toBe(before)
})

test('60 days and 45 days end of month may be agreed, one day more may not', () => {
  for (const endOfMonth of endsOfMonth) {
    expect(areLawful({ days: longestTerms[endOfMonth], endOfMonth })).toBe(true)
    expect(areLawful({ days: longestTerms[endOfMonth] + 1, endOfMonth })).toBe(false)
  }
  expect(areLawful({ days: -1, endOfMonth: 'none' })).toBe(false)
  expect(areLawful({ days: 30.5, endOfMonth: 'none' })).toBe(false)
})

test('due dates agree with another date library', () => {
  const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 120 }), (date, days) => {
      const issued = date.toISOString().slice(0, 10)
      const day = DateTime.fromISO(issued, { zone: 'utc' })
      expect(dueDateOf(issued, { days, endOfMonth: 'none' })).toBe(day.plus({ days }).toISODate())
      expect(dueDateOf(issued, { days, endOfMonth: 'after-days' })).toBe(day.plus({ days }).endOf('month').toISODate())
      expect(dueDateOf(issued, { days, endOfMonth: 'before-days' })).toBe(day.endOf('month').plus({ days }).toISODate())
    }),
    { seed, numRuns: 500 },
  )
})
