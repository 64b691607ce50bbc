import { expect, test } from 'vitest'
import { initialRates } from './initial-rates.ts'
import { rateChanges } from './rate-changes.ts'
import { rateFaults } from './rate-faults.ts'
import { valueOn } from './rate-table.ts'

test('a new installation begins with a sound table, and says what was not checked', () => {
  expect(rateFaults(initialRates)).toEqual([])
  const unchecked = initialRates.refinancing.filter(({ checked }) => !checked).map(({ from }) => from)
  expect(unchecked).toEqual(['2025-01-01', '2025-07-01', '2026-01-01'])
})

test('a value holds from its day on, whatever the order of the rows', () => {
  const rows = [...initialRates.refinancing].reverse()
  expect(valueOn(rows, '2025-06-30')?.value).toBe(315)
  expect(valueOn(rows, '2025-07-01')?.value).toBe(215)
  expect(valueOn(rows, '2024-06-30')).toBeUndefined()
})

test('a rate that begins in spring, or twice on one day, is refused at its row', () => {
  const row = { value: 200, checked: true }
  const refinancing = [...initialRates.refinancing, { ...row, from: '2026-03-15' }, { ...row, from: '2025-01-01' }]
  expect(rateFaults({ ...initialRates, refinancing })).toEqual([
    { kind: 'refinancing', row: 4, fault: 'not-a-semester' },
    { kind: 'refinancing', row: 5, fault: 'twice' },
  ])
})

test('the log tells what was entered, changed, checked and removed', () => {
  const [first, second, third, ...rest] = initialRates.refinancing
  const refinancing = [
    { ...second!, checked: true },
    { ...third!, value: 240 },
    ...rest,
    { from: '2026-07-01', value: 200, checked: true },
  ]
  expect(first!.from).toBe('2024-07-01')
  expect(rateChanges(initialRates, { ...initialRates, refinancing }).map(({ from, what }) => [from, what])).toEqual([
    ['2024-07-01', 'removed'],
    ['2025-01-01', 'checked'],
    ['2025-07-01', 'changed'],
    ['2026-07-01', 'entered'],
  ])
})
