import type { z } from 'zod'
import type { SubjectName } from '../subjects/recognise-subject.ts'
import { type ContactRow, contactRowSchema } from './contact-row.ts'
import { type DebtorRow, debtorRowSchema } from './debtor-row.ts'
import { type ItemRow, itemRowSchema } from './item-row.ts'
import { type PaymentRow, paymentRowSchema } from './payment-row.ts'
import type { RowContext } from './row-context.ts'

export interface RowOf {
  readonly debtors: DebtorRow
  readonly contacts: ContactRow
  readonly items: ItemRow
  readonly payments: PaymentRow
}

interface RowKind<T> {
  readonly schema: (context: RowContext) => z.ZodType<T>
  /** Two lines with one key contradict each other. */
  readonly key: (row: T) => string
  /** The key as people read it. */
  readonly name: (row: T) => string
}

/** How the lines of each kind of file are read and told apart. */
export const rowKinds: { readonly [S in SubjectName]: RowKind<RowOf[S]> } = {
  debtors: { schema: debtorRowSchema, key: (row) => row.id, name: (row) => row.code },
  contacts: {
    schema: contactRowSchema,
    key: (row) => row.id,
    name: (row) => `${row.debtorCode} ${row.email || row.phone}`,
  },
  items: { schema: itemRowSchema, key: (row) => row.id, name: (row) => row.number },
  payments: { schema: paymentRowSchema, key: paymentKey, name: (row) => row.invoice },
}

/** A payment is known by what it pays, when, how much and under which reference. */
export function paymentKey(row: PaymentRow): string {
  return `${row.entity}:${row.invoice}:${row.date}:${row.amount}:${row.reference}`
}
