import type { Segment } from '@relance/sdk/facts'
import { z } from 'zod'
import { normaliseHeader } from '../subjects/column.ts'
import { amountOf, choiceCell, cut, entityCell, textCell, yesOrNo } from './cells.ts'
import { emailCell, phoneCell } from './contact-cells.ts'
import { countryCode } from './countries.ts'
import { languageSpellings } from './language-spellings.ts'
import { type RowContext, report } from './row-context.ts'
import { segmentBySize, segmentSpellings } from './segment-spellings.ts'

/** A customer as its line states it; what the file does not tell is null or ''. */
export interface DebtorRow {
  readonly id: string
  readonly entity: string
  readonly code: string
  readonly name: string
  readonly siren: string
  readonly segment: Segment | null
  readonly country: string | null
  readonly language: 'fr' | 'en' | null
  readonly zone: string | null
  readonly addressLines: readonly string[]
  readonly postalCode: string
  readonly city: string
  readonly collector: string
  readonly salesperson: string
  readonly excluded: boolean | null
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string } | null
}

/** Schema of one line of a file of customers. */
export function debtorRowSchema(context: RowContext) {
  const text = (field: string, max: number) => textCell(context, field, { max })
  return z
    .object({
      entity: entityCell(context),
      debtor: textCell(context, 'debtor', { max: 64, required: true }),
      name: textCell(context, 'name', { max: 200, required: true }),
      siren: sirenCell,
      segment: choiceCell(context, 'segment', segmentSpellings),
      employees: text('employees', 20),
      turnover: text('turnover', 40),
      country: countryCell,
      language: choiceCell(context, 'language', languageSpellings),
      zone: zoneCell,
      address: text('address', 200),
      address2: text('address2', 200),
      postalCode: text('postalCode', 20),
      city: text('city', 100),
      collector: text('collector', 100),
      salesperson: text('salesperson', 100),
      excluded: choiceCell(context, 'excluded', yesOrNo),
      contactName: text('contactName', 120),
      email: emailCell,
      phone: phoneCell,
    })
    .transform((cells, sink): DebtorRow => {
      const entity = cells.entity!
      const { contactName, email, phone, employees, turnover, address, address2, debtor, excluded, ...rest } = cells
      const size = {
        employees: /^[\d\s\u00a0\u202f]+$/.test(employees) ? Number(employees.replace(/\D/g, '')) : null,
        turnover: turnoverOf(turnover, { context, currency: entity.currency, sink }),
      }
      return {
        ...rest,
        id: `${entity.code}:${debtor}`,
        entity: entity.code,
        code: debtor,
        segment: cells.segment ?? segmentBySize(size),
        addressLines: [address, address2].filter((line) => line !== ''),
        excluded: excluded === null ? null : excluded === 'yes',
        contact: email !== '' || phone !== '' ? { name: contactName, email, phone } : null,
      }
    })
}

function turnoverOf(
  text: string,
  options: { context: RowContext; currency: string; sink: Parameters<typeof report>[0] },
): number | null {
  if (text === '') return null
  const minor = amountOf(text, { ...options, field: 'turnover' })
  return minor === null ? null : minor / 100
}

const sirenCell = z.string().transform((raw, sink) => {
  const text = raw.replace(/[\s\u00a0\u202f.]/g, '').toUpperCase()
  if (/^\d{14}$/.test(text)) return text.slice(0, 9)
  // A foreign registration number keeps its letters; digits alone are French.
  if (text === '' || /^\d{9}$/.test(text) || /^[A-Z]{2}[A-Z0-9-]{2,18}$/.test(text)) return text
  report(sink, 'invalid-siren', { text: cut(raw) })
  return ''
})

const countryCell = z.string().transform((raw, sink): string | null => {
  if (raw.trim() === '') return null
  const code = countryCode(normaliseHeader(raw))
  if (code === null) report(sink, 'unknown-country', { text: cut(raw) })
  return code
})

const zoneCell = z.string().transform((raw, sink): string | null => {
  const text = raw.trim()
  if (text === '') return null
  if (isZone(text)) return text
  report(sink, 'unknown-zone', { text: cut(raw) })
  return null
})

function isZone(text: string): boolean {
  try {
    return text.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}
