import { expect, test } from 'vitest'
import { holidaysOf } from './holidays-of.ts'

test('a German customer is left alone on 3 October, a French one is not', () => {
  expect(holidaysOf({ country: 'DE' }).isHoliday('2026-10-03')).toBe(true)
  expect(holidaysOf({ country: 'FR' }).isHoliday('2026-10-03')).toBe(false)
})

test('a country without a known calendar has no holidays', () => {
  expect(holidaysOf({ country: 'ZZ' }).isHoliday('2026-12-25')).toBe(false)
})
