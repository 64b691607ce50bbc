import { expect, test } from 'vitest'
import { formatPercent, parsePercent } from './percent.ts'

test.each([
  ['2,15', 215],
  ['2.15 %', 215],
  ['10', 1_000],
  ['0,5', 50],
  ['3,', 300],
  ['', null],
  ['abc', undefined],
  ['-1', undefined],
  ['2,155', undefined],
  ['1000', undefined],
])('%s is read as %s hundredths of a percent', (text, hundredths) => {
  expect(parsePercent(text)).toBe(hundredths)
})

test('rates are shown as a French or an English reader expects', () => {
  expect(formatPercent(1_215, 'fr')).toBe('12,15\u202f%')
  expect(formatPercent(1_215, 'en')).toBe('12.15%')
  expect(formatPercent(900, 'fr')).toBe('9\u202f%')
})
