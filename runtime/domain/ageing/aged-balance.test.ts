import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agedBalance, bucketKeys } from './aged-balance.ts'
import { addDays, daysBetween } from './days-between.ts'

const at = '2026-03-01'
const due = (days: number, open: number) => ({ dueDate: addDays(at, -days), open })

test('an item is late from the day after its due date, and changes bucket after 30, 60 and 90 days', () => {
  const items = [0, 1, 30, 31, 60, 61, 90, 91].map((days) => due(days, 100))
  expect(agedBalance(items, { at }).map(({ key, amount, count }) => [key, amount, count])).toEqual([
    ['not-due', 100, 1],
    ['1-30', 200, 2],
    ['31-60', 200, 2],
    ['61-90', 200, 2],
    ['90+', 100, 1],
  ])
})

test('credit notes and unmatched cash lower their bucket', () => {
  expect(agedBalance([due(10, 500), due(12, -200)], { at })[1]).toEqual({ key: '1-30', amount: 300, count: 2 })
})

test('the edges can be chosen', () => {
  expect(bucketKeys([15, 45])).toEqual(['not-due', '1-15', '16-45', '45+'])
  expect(agedBalance([due(46, 100)], { at, edges: [15, 45] })[3]!.amount).toBe(100)
})

test('the buckets always add up to the open amount', () => {
  const item = fc.record({ days: fc.integer({ min: -400, max: 400 }), open: fc.integer({ min: -1e9, max: 1e9 }) })
  fc.assert(
    fc.property(fc.array(item), fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { minLength: 1 }), (items, edges) => {
      const aged = agedBalance(
        items.map(({ days, open }) => due(days, open)),
        { at, edges: [...edges].sort((a, b) => a - b) },
      )
      expect(aged.reduce((sum, { amount }) => sum + amount, 0)).toBe(items.reduce((sum, { open }) => sum + open, 0))
    }),
    { seed: 20_260_302, numRuns: 300 },
  )
})

test('days are counted on the calendar, clock changes or not', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
})
