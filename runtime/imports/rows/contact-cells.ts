import { z } from 'zod'
import { cut } from './cells.ts'
import { report } from './row-context.ts'

const address = z.email().max(254)

/** An e-mail address in lower case; '' when the cell is empty. */
export const emailCell = z.string().transform((raw, sink) => {
  const text = raw.trim().toLowerCase()
  if (text !== '' && !address.safeParse(text).success) report(sink, 'invalid-email', { text: cut(raw) })
  return text
})

/** A phone number as it was written, single spaces; '' when the cell is empty. */
export const phoneCell = z.string().transform((raw, sink) => {
  const text = raw.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
  const digits = text.replace(/\D/g, '').length
  if (text !== '' && (!/^\+?[\d\s().\-/]+$/.test(text) || digits < 5 || digits > 16))
    report(sink, 'invalid-phone', { text: cut(raw) })
  return text
})
