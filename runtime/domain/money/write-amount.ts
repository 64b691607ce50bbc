import { decimalsOf } from './currency.ts'

const symbols: Record<string, string> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' }

/** Minor units as a plain number of the currency, e.g. `-1234.50`: for files and interfaces, not for people. */
export function writeAmount(minor: number, options: { currency: string; decimal?: ',' | '.' }): string {
  const decimals = decimalsOf(options.currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = minor < 0 ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}${options.decimal ?? '.'}${digits.slice(-decimals)}`
}

/**
 * Minor units for people: `1 234,56 €` with narrow no-break spaces in French, `€1,234.56` in English. Written without `Intl`,
 * so that every world prints the same letters.
 */
export function formatAmount(minor: number, options: { currency: string; locale: 'fr' | 'en' }): string {
  const french = options.locale === 'fr'
  const plain = writeAmount(Math.abs(minor), { currency: options.currency })
  const [whole = '', fraction] = plain.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, french ? '\u202f' : ',')
  const number = fraction === undefined ? grouped : `${grouped}${french ? ',' : '.'}${fraction}`
  const sign = minor < 0 ? (french ? '−' : '-') : ''
  const symbol = symbols[options.currency]
  if (french) return `${sign}${number}\u00a0${symbol ?? options.currency}`
  return symbol ? `${sign}${symbol}${number}` : `${sign}${options.currency}\u00a0${number}`
}
