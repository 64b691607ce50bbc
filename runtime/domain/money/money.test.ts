import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, isCurrency, largestAmount } from './currency.ts'
import { decimalSignOf, readAmount } from './read-amount.ts'
import { sumByCurrency } from './sum-by-currency.ts'
import { formatAmount, writeAmount } from './write-amount.ts'

const seed = 20_260_301
const eur = { currency: 'EUR' }

describe('An amount is read as people write it', () => {
  test.each([
    ['1200', 120_000],
    ['1 200,00', 120_000],
    ['1\u202f200,00', 120_000],
    ['1\u00a0200,00\u00a0€', 120_000],
    ['1200.00123', 120_000],
    ['1200,005', 120_001],
    ['(1 200,00)', -120_000],
    ['1200,00-', -120_000],
    ['-1200', -120_000],
    ['−12,5', -1_250],
    ['+12.5', 1_250],
    ['1.234.567,89', 123_456_789],
    ['1,234,567.89', 123_456_789],
    ["12'345.60", 1_234_560],
    ['EUR 1200', 120_000],
    ['-€1,200.00', -120_000],
    ['0,125', 13],
    ['1234.567', 123_457],
    [',5', 50],
    ['-0', 0],
  ])('%s', (text, minor) => {
    expect(readAmount(text, eur)).toEqual({ minor })
  })

  test('a yen has no cents and a Tunisian dinar has a thousand millimes', () => {
    expect(readAmount('1200', { currency: 'JPY' })).toEqual({ minor: 1_200 })
    expect(readAmount('12,5', { currency: 'TND' })).toEqual({ minor: 12_500 })
  })

  test('1.234 stays ambiguous until the decimal sign of its file is known', () => {
    expect(readAmount('1.234', eur)).toEqual({ fault: 'ambiguous' })
    expect(readAmount('1.234', { ...eur, decimal: ',' })).toEqual({ minor: 123_400 })
    expect(readAmount('1.234', { ...eur, decimal: '.' })).toEqual({ minor: 123 })
  })

  test.each([
    'abc',
    '12a',
    '1,2,3',
    '1.2.3',
    '12 34',
    '1 2',
    '--5',
    '-5-',
    '(-5)',
    '1e5',
    '0x10',
    '=1+1',
    '5 %',
    '€',
    '1'.repeat(80),
  ])('%s is refused rather than guessed', (text) => {
    expect(readAmount(text, eur)).toEqual({ fault: 'unreadable' })
  })

  test('an empty cell is told apart from an unreadable one', () => {
    expect(readAmount('  ', eur)).toEqual({ fault: 'empty' })
  })

  test('what proves the decimal sign of a file', () => {
    expect(['1 200,5', '1.234,5', '1,234,567', '1.234', '1200', 'x'].map(decimalSignOf)).toEqual([
      ',',
      ',',
      '.',
      'either',
      null,
      null,
    ])
  })
})

test('every amount survives being written and read again, in every currency form', () => {
  const currency = fc.constantFrom('EUR', 'JPY', 'TND', 'USD')
  const minor = fc.integer({ min: -(10 ** 13), max: 10 ** 13 })
  fc.assert(
    fc.property(minor, currency, fc.constantFrom(',' as const, '.' as const), (amount, code, decimal) => {
      const text = writeAmount(amount, { currency: code, decimal })
      expect(readAmount(text, { currency: code, decimal })).toEqual({ minor: amount })
      for (const locale of ['fr', 'en'] as const) {
        const shown = formatAmount(amount, { currency: code, locale })
        expect(readAmount(shown, { currency: code, decimal: locale === 'fr' ? ',' : '.' })).toEqual({ minor: amount })
      }
    }),
    { seed, numRuns: 500 },
  )
})

test('no text makes the reader throw or yield anything but whole minor units', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const reading = readAmount(text, { currency: 'EUR', decimal: ',' })
      expect('fault' in reading || Number.isSafeInteger(reading.minor)).toBe(true)
    }),
    { seed, numRuns: 2_000 },
  )
})

test('amounts are shown as a French or an English reader expects', () => {
  expect(formatAmount(123_456, { currency: 'EUR', locale: 'fr' })).toBe('1\u202f234,56\u00a0€')
  expect(formatAmount(-123_456, { currency: 'EUR', locale: 'en' })).toBe('-€1,234.56')
  expect(formatAmount(5, { currency: 'TND', locale: 'fr' })).toBe('0,005\u00a0TND')
})

test('different currencies are never added', () => {
  const items = [
    { amount: 100, currency: 'EUR' },
    { amount: -30, currency: 'EUR' },
    { amount: 7, currency: 'USD' },
  ]
  expect(sumByCurrency(items)).toEqual({ EUR: 70, USD: 7 })
})

test('a currency is known by its code, with its decimals and a ceiling beyond which a file is misread', () => {
  expect([isCurrency('EUR'), isCurrency('eur'), isCurrency('XYZ')]).toEqual([true, false, false])
  expect(['EUR', 'XOF', 'KWD'].map(decimalsOf)).toEqual([2, 0, 3])
  expect(largestAmount('EUR')).toBe(10 ** 12)
  expect(largestAmount('IDR')).toBe(10 ** 15)
})
