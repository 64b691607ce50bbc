import { decimalsOf } from './currency.ts'

export type DecimalSign = ',' | '.'
export type AmountFault = 'empty' | 'unreadable' | 'ambiguous'
export type AmountReading = { readonly minor: number } | { readonly fault: AmountFault }

interface Digits {
  readonly negative: boolean
  /** Digits with `,` and `.` as written; spaces, apostrophes and currency marks removed. */
  readonly body: string
}

const spaces = /[\s\u00a0\u2007\u2009\u202f'’]/g
/** A space or apostrophe that does not lead a group of three digits: two numbers glued, or a slip. */
const strayGroup = /\d[\s\u00a0\u2007\u2009\u202f'’]+(?!\d{3}(?!\d))\d/
const marks = /^(?:[A-Z]{3}|[€$£¥])|(?:[A-Z]{3}|[€$£¥])$/g

/**
 * An amount as people and ledgers write it → minor units, rounded half away from zero. Spaces of any width and apostrophes
 * group; brackets and a leading or trailing minus are negative. `1.234` alone could be either: it is read by `decimal`, the
 * sign of the file, and stays ambiguous without it.
 */
export function readAmount(text: string, options: { currency: string; decimal?: DecimalSign | null }): AmountReading {
  if (text.trim() === '') return { fault: 'empty' }
  const digits = digitsOf(text)
  if (digits === null) return { fault: 'unreadable' }
  const certain = decimalIn(digits.body)
  const decimal = certain === 'either' ? (options.decimal ?? 'either') : certain
  if (decimal === 'either') return { fault: 'ambiguous' }
  const [whole, fraction] = split(digits.body, decimal)
  return { minor: minorUnits(whole, fraction, { negative: digits.negative, decimals: decimalsOf(options.currency) }) }
}

/** Which sign a written amount proves to be decimal: null proves nothing, `either` could be grouping or decimal. */
export function decimalSignOf(text: string): DecimalSign | 'either' | null {
  const digits = digitsOf(text)
  return digits === null ? null : decimalIn(digits.body)
}

function digitsOf(text: string): Digits | null {
  if (text.length > 60 || strayGroup.test(text)) return null
  let body = text.replace(spaces, '').replace('−', '-').replace(marks, '')
  let negative = false
  const bracketed = /^\((.+)\)$/.exec(body)
  if (bracketed) {
    negative = true
    body = bracketed[1]!.replace(marks, '')
  } else if (/^[-+]/.test(body) !== /[-+]$/.test(body)) {
    negative = body.includes('-')
    body = body.replace(/^[-+]|[-+]$/, '').replace(marks, '')
  }
  return /^(?:\d+[.,]?\d*|[.,]\d+|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d*)?)$/.test(body)
    ? { negative, body }
    : null
}

function decimalIn(body: string): DecimalSign | 'either' | null {
  const commas = body.split(',').length - 1
  const points = body.split('.').length - 1
  if (commas + points === 0) return null
  if (commas > 0 && points > 0) return body.lastIndexOf(',') > body.lastIndexOf('.') ? ',' : '.'
  const sign = commas > 0 ? ',' : '.'
  if (commas + points > 1) return sign === ',' ? '.' : ','
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(body) ? 'either' : sign
}

function split(body: string, decimal: DecimalSign | null): [whole: string, fraction: string] {
  if (decimal === null) return [body, '']
  const [whole = '', fraction = ''] = body.split(decimal)
  return [whole.replace(/[.,]/g, ''), fraction]
}

function minorUnits(whole: string, fraction: string, form: { negative: boolean; decimals: number }): number {
  const kept = fraction.slice(0, form.decimals).padEnd(form.decimals, '0')
  const up = (fraction[form.decimals] ?? '0') >= '5' ? 1 : 0
  const minor = Number(whole + kept) + up
  return form.negative && minor !== 0 ? -minor : minor
}
