import { z } from 'zod'
import { isCurrency, largestAmount } from '../../domain/money/currency.ts'
import { readAmount } from '../../domain/money/read-amount.ts'
import { readDate } from '../sniff/read-date.ts'
import { normaliseHeader } from '../subjects/column.ts'
import { fieldWords, type IssueSink, type RowContext, type RowEntity, report } from './row-context.ts'

/** A text on one line, trimmed; '' when the cell is empty. */
export function textCell(context: RowContext, field: string, options: { max: number; required?: boolean }) {
  return z.string().transform((raw, sink) => {
    const text = raw
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .normalize('NFC')
    if (text === '' && options.required) report(sink, 'missing', fieldWords(context, field))
    if (text.length > options.max) report(sink, 'too-long', { ...fieldWords(context, field), limit: options.max })
    return text
  })
}

/** A calendar date, null when the cell is empty. */
export function dateCell(context: RowContext, field: string, options: { required?: boolean } = {}) {
  return z.string().transform((raw, sink): string | null => {
    const reading = readDate(raw, context)
    if ('date' in reading) return reading.date
    if (reading.fault === 'empty') {
      if (options.required) report(sink, 'missing', fieldWords(context, field))
      return null
    }
    const code = reading.fault === 'out-of-range' ? 'date-out-of-range' : 'date-unreadable'
    report(sink, code, { ...fieldWords(context, field), text: cut(raw) })
    return null
  })
}

/** One of a closed list, by any of its spellings; null when the cell is empty. */
export function choiceCell<T extends string>(
  context: RowContext,
  field: string,
  spellings: Readonly<Record<T, string>>,
) {
  const byText = new Map<string, T>()
  for (const [value, texts] of Object.entries(spellings) as [T, string][]) {
    for (const text of [value, ...texts.split(',')]) byText.set(normaliseHeader(text), value)
  }
  return z.string().transform((raw, sink): T | null => {
    if (raw.trim() === '') return null
    const value = byText.get(normaliseHeader(raw)) ?? null
    if (value === null) {
      report(sink, 'unknown-choice', {
        ...fieldWords(context, field),
        text: cut(raw),
        choices: Object.keys(spellings).join(', '),
      })
    }
    return value
  })
}

export const yesOrNo = { yes: 'oui, o, vrai, true, y, 1, x', no: 'non, n, faux, false, 0' } as const

/** The entity of a line: its own cell, else the import's; null with the fault reported. */
export function entityCell(context: RowContext) {
  const known = context.entities.map(({ code }) => code).join(', ')
  return z.string().transform((raw, sink): RowEntity | null => {
    const text = raw.trim()
    if (text === '') {
      if (context.entity === null) report(sink, 'entity-missing', { known })
      return context.entity
    }
    const entity = context.entities.find(({ code }) => code.toLowerCase() === text.toLowerCase()) ?? null
    if (entity === null) report(sink, 'unknown-entity', { text: cut(text), known })
    else if (context.entity !== null && entity !== context.entity) {
      report(sink, 'other-entity', { text: entity.code, expected: context.entity.code })
    }
    return entity
  })
}

/** ISO code of a currency, null when the cell is empty. */
export const currencyCell = z.string().transform((raw, sink): string | null => {
  const text = raw.trim().toUpperCase()
  if (text === '') return null
  const code = text === '€' ? 'EUR' : text
  if (!isCurrency(code)) report(sink, 'unknown-currency', { text: cut(raw) })
  return code
})

/** Minor units, null when the cell is empty or the fault was reported. */
export function amountOf(
  text: string,
  options: { context: RowContext; field: string; currency: string; sink: IssueSink },
): number | null {
  const { context, field, currency, sink } = options
  const reading = readAmount(text, { currency, decimal: context.decimal })
  if ('minor' in reading) {
    if (Math.abs(reading.minor) <= largestAmount(currency)) return reading.minor
    report(sink, 'amount-absurd', { text: cut(text) })
    return null
  }
  if (reading.fault === 'ambiguous') report(sink, 'amount-ambiguous', { text: cut(text) })
  if (reading.fault === 'unreadable')
    report(sink, 'amount-unreadable', { ...fieldWords(context, field), text: cut(text) })
  return null
}

/** A cell as it is quoted in a reason. */
export function cut(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
