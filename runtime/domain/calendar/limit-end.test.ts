import { expect, test } from 'vitest'
import { frenchHolidays } from './french-holidays.ts'
import { holidaysOf } from './holidays-of.ts'
import { limitEnd } from './limit-end.ts'

test.each([
  ['an ordinary day stays', '2026-10-14', 8, '2026-10-22'],
  ['a Saturday moves to Monday', '2026-10-16', 8, '2026-10-26'],
  ['1 November, a Sunday, moves to Monday', '2026-10-24', 8, '2026-11-02'],
  ['Christmas on a Friday moves past the weekend', '2026-12-17', 8, '2026-12-28'],
  ['New Year on a Friday moves into the new year', '2026-12-24', 8, '2027-01-04'],
  ['Saturday before Easter Monday moves to Tuesday', '2026-03-27', 8, '2026-04-07'],
])('a limit: %s', (_what, from, days, end) => {
  expect(limitEnd(from, { days, holidays: frenchHolidays })).toBe(end)
})

test('a limit that ends on Good Friday moves in Alsace only', () => {
  const days = 8
  expect(limitEnd('2026-03-26', { days, holidays: holidaysOf({ country: 'FR', postalCode: '67000' }) })).toBe(
    '2026-04-07',
  )
  expect(limitEnd('2026-03-26', { days, holidays: holidaysOf({ country: 'FR', postalCode: '54000' }) })).toBe(
    '2026-04-03',
  )
})
