import { expect, test } from 'vitest'
import { matches } from './match.ts'
import { parseDate } from './parse-date.ts'

test.each([
  ['14/10/2026', '2026-10-14'],
  ['14.10.26', '2026-10-14'],
  ['1/2', '2026-02-01'],
  ['2026-10-14', '2026-10-14'],
])('« %s » is read as a day', (typed, date) => {
  expect(parseDate(typed, 2026)).toBe(date)
})

test.each(['31/02/2026', 'demain', '', '14/13/2026'])('« %s » is refused rather than guessed', (typed) => {
  expect(parseDate(typed, 2026)).toBeNull()
})

test('a search finds words by their beginning, without accents', () => {
  expect(matches('Échéancier des règlements', 'regl ech')).toBe(true)
  expect(matches('Échéancier des règlements', 'ancier')).toBe(false)
})
