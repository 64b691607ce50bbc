import { describe, expect, test } from 'vitest'
import { formatAmount, formatAmounts, formatRate, parseAmount } from './amount.ts'

const spaces = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~')

describe('amounts', () => {
  test('French groups thousands with narrow no-break spaces and holds the sign to the figure', () => {
    expect(spaces(formatAmount(123_456, { currency: 'EUR', locale: 'fr' }))).toBe('1_234,56~€')
  })

  test('English writes the same amount its own way', () => {
    expect(formatAmount(123_456, { currency: 'EUR', locale: 'en' })).toBe('€1,234.56')
  })

  test('a credit note stays negative', () => {
    expect(spaces(formatAmount(-4_000, { currency: 'EUR', locale: 'fr' }))).toBe('-40,00~€')
  })

  test('yen have no cents and dinars have three decimals', () => {
    expect(formatAmount(1_500, { currency: 'JPY', locale: 'en' })).toBe('JP¥1,500')
    expect(spaces(formatAmount(1_500, { currency: 'TND', locale: 'fr' }))).toBe('1,500~TND')
  })

  test('several currencies are told apart, never added up', () => {
    expect(spaces(formatAmounts({ EUR: 100, GBP: 200, USD: 0 }, { locale: 'fr' }))).toBe('2,00~£GB + 1,00~€')
    expect(spaces(formatAmounts({}, { locale: 'fr' }))).toBe('0,00~€')
  })

  test('a rate has one decimal', () => {
    expect(spaces(formatRate(0.5592, 'fr'))).toBe('55,9~%')
  })
})

describe('typed amounts', () => {
  test.each([
    ['1 234,56', 123_456],
    ['1234.56', 123_456],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1\u202f234,5 €', 123_450],
    ['1.234', 123_400],
    ['12', 1_200],
    ['0,07', 7],
  ])('« %s » is read as %i cents', (text, minor) => {
    expect(parseAmount(text, 'EUR')).toBe(minor)
  })

  test.each(['', 'douze', '12,345678', '-5', '1,2,3'])('« %s » is refused', (text) => {
    expect(parseAmount(text, 'EUR')).toBeNull()
  })
})
