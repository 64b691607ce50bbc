import { z } from 'zod'
import { amountOf, currencyCell, cut, dateCell, entityCell, textCell } from './cells.ts'
import { type RowContext, report } from './row-context.ts'

/** A payment as its line states it; minor units, positive. */
export interface PaymentRow {
  readonly entity: string
  /** Number of the invoice paid. */
  readonly invoice: string
  /** Empty when the file does not tell. */
  readonly debtorCode: string
  readonly amount: number
  /** Of the line, else of the entity. */
  readonly currency: string
  readonly date: string
  readonly reference: string
}

/** Schema of one line of a file of payments. */
export function paymentRowSchema(context: RowContext) {
  return z
    .object({
      entity: entityCell(context),
      invoice: textCell(context, 'invoice', { max: 64, required: true }),
      debtor: textCell(context, 'debtor', { max: 64 }),
      amount: z.string(),
      date: dateCell(context, 'date', { required: true }),
      reference: textCell(context, 'reference', { max: 140 }),
      currency: currencyCell,
    })
    .transform((cells, sink): PaymentRow => {
      const entity = cells.entity!
      const currency = cells.currency ?? entity.currency
      const amount = amountOf(cells.amount, { context, field: 'amount', currency, sink })
      if (cells.amount.trim() === '') report(sink, 'missing', { fieldFr: 'montant réglé', fieldEn: 'amount paid' })
      else if (amount !== null && amount <= 0) {
        report(sink, 'amount-negative', { text: cut(cells.amount), kindFr: 'un règlement', kindEn: 'a payment' })
      }
      return {
        entity: entity.code,
        invoice: cells.invoice,
        debtorCode: cells.debtor,
        amount: amount ?? 0,
        currency,
        date: cells.date!,
        reference: cells.reference,
      }
    })
}
