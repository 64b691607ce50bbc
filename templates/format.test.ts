import { expect, it } from 'vitest'
import { formatDate, formatDays, formatMoney, formatPlural } from './format.ts'

const nb = '\u00a0'
const nnb = '\u202f'

it('writes amounts as the French and the English do, with no-break spaces', () => {
  expect(formatMoney(123_456, { currency: 'EUR', locale: 'fr' })).toBe(`1${nnb}234,56${nb}€`)
  expect(formatMoney(123_456, { currency: 'EUR', locale: 'en' })).toBe('€1,234.56')
  expect(formatMoney(-5, { currency: 'EUR', locale: 'fr' })).toBe(`−0,05${nb}€`)
})

it('knows currencies without cents and with thousandths', () => {
  expect(formatMoney(1_234_567, { currency: 'JPY', locale: 'en' })).toBe('JP¥1,234,567')
  expect(formatMoney(1_234_567, { currency: 'TND', locale: 'fr' })).toBe(`1${nnb}234,567${nb}TND`)
})

it('tells American dollars from Canadian ones', () => {
  expect(formatMoney(100, { currency: 'USD', locale: 'fr' })).not.toBe(
    formatMoney(100, { currency: 'CAD', locale: 'fr' }),
  )
})

it('loses no cent of the largest amounts', () => {
  expect(formatMoney(9_007_199_254_740_991, { currency: 'EUR', locale: 'en' })).toBe('€90,071,992,547,409.91')
})

it('writes dates in words that never break over a line', () => {
  expect(formatDate('2026-10-14', { locale: 'fr', style: 'short' })).toBe(
    `mar. 14 oct. 2026`.replace('mar', 'mer').replaceAll(' ', nb),
  )
  expect(formatDate('2026-10-14', { locale: 'fr', style: 'long' })).toBe(`14 octobre 2026`.replaceAll(' ', nb))
  expect(formatDate('2026-10-14', { locale: 'en', style: 'long' })).toBe(`14 October 2026`.replaceAll(' ', nb))
})

it('says "1er" for the first of a French month, in long and in short', () => {
  expect(formatDate('2026-03-01', { locale: 'fr', style: 'long' })).toBe(`1er mars 2026`.replaceAll(' ', nb))
  expect(formatDate('2026-03-01', { locale: 'fr', style: 'short' })).toBe(`dim. 1er mars 2026`.replaceAll(' ', nb))
  expect(formatDate('2026-03-11', { locale: 'fr', style: 'long' })).toBe(`11 mars 2026`.replaceAll(' ', nb))
})

it('counts days and invoices by each language’s plural', () => {
  expect([formatDays(1, 'fr'), formatDays(-12, 'fr'), formatDays(0, 'en')]).toEqual([
    `1${nb}jour`,
    `12${nb}jours`,
    `0${nb}days`,
  ])
  const invoices = (count: number, locale: 'fr' | 'en') =>
    formatPlural(
      count,
      locale === 'fr' ? { one: 'facture', many: 'factures', locale } : { one: 'invoice', many: 'invoices', locale },
    )
  expect([0, 1, 2].map((count) => invoices(count, 'fr'))).toEqual([`0${nb}facture`, `1${nb}facture`, `2${nb}factures`])
  expect([0, 1, 2].map((count) => invoices(count, 'en'))).toEqual([`0${nb}invoices`, `1${nb}invoice`, `2${nb}invoices`])
})
