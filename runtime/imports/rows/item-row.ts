import type { segments } from '@relance/sdk/facts'
import { z } from 'zod'
import { dueDateOf } from '../../domain/law/payment-terms.ts'
import { writeAmount } from '../../domain/money/write-amount.ts'
import { amountOf, choiceCell, currencyCell, cut, dateCell, entityCell, textCell } from './cells.ts'
import { emailCell } from './contact-cells.ts'
import { type IssueSink, type RowContext, type RowEntity, report } from './row-context.ts'
import { segmentSpellings } from './segment-spellings.ts'

export type ItemType = 'invoice' | 'credit-note' | 'payment' | 'other'

/** An item as its line states it; amounts in minor units, credit notes and payments negative. */
export interface ItemRow {
  readonly id: string
  readonly entity: string
  readonly number: string
  readonly type: ItemType
  readonly debtor: string
  readonly debtorCode: string
  readonly debtorName: string
  readonly segment: (typeof segments)[number] | null
  readonly email: string
  readonly issueDate: string
  readonly dueDate: string
  readonly paidDate: string | null
  readonly amount: number
  /** Null when the file does not tell. */
  readonly open: number | null
  readonly currency: string
  readonly businessCase: string
}

const typeSpellings: Readonly<Record<ItemType, string>> = {
  invoice: 'facture, fac, fact, f, fa, fc, inv, i',
  'credit-note': 'avoir, av, a, credit, credit note, creditnote, cn, note de credit',
  payment: 'reglement, paiement, acompte, encaissement, virement, rgt, r, receipt',
  other: 'autre, divers, od, o',
}

/** Schema of one line of a file of items. */
export function itemRowSchema(context: RowContext) {
  return z
    .object({
      entity: entityCell(context),
      number: textCell(context, 'number', { max: 64, required: true }),
      debtor: textCell(context, 'debtor', { max: 64, required: true }),
      debtorName: textCell(context, 'debtorName', { max: 200 }),
      type: choiceCell(context, 'type', typeSpellings),
      issueDate: dateCell(context, 'issueDate'),
      dueDate: dateCell(context, 'dueDate'),
      paidDate: dateCell(context, 'paidDate'),
      amount: z.string(),
      open: z.string(),
      paid: z.string(),
      currency: currencyCell,
      businessCase: textCell(context, 'businessCase', { max: 100 }),
      segment: choiceCell(context, 'segment', segmentSpellings),
      email: emailCell,
    })
    .transform((cells, sink): ItemRow => {
      const entity = cells.entity!
      const currency = cells.currency ?? entity.currency
      const amounts = amountsOf(cells, { context, currency, sink })
      const dates = datesOf(cells, { entity, type: amounts.type, context, sink })
      return {
        id: `${entity.code}:${cells.number}:${dates.issueDate.slice(0, 4)}`,
        entity: entity.code,
        number: cells.number,
        debtor: `${entity.code}:${cells.debtor}`,
        debtorCode: cells.debtor,
        debtorName: cells.debtorName,
        segment: cells.segment,
        email: cells.email,
        ...dates,
        paidDate: amounts.open === 0 ? cells.paidDate : null,
        ...amounts,
        currency,
        businessCase: cells.businessCase,
      }
    })
}

interface Situation {
  readonly context: RowContext
  readonly currency: string
  readonly sink: IssueSink
}

interface AmountCells {
  readonly type: ItemType | null
  readonly amount: string
  readonly open: string
  readonly paid: string
  readonly paidDate: string | null
}

function amountsOf(cells: AmountCells, situation: Situation): Pick<ItemRow, 'type' | 'amount' | 'open'> {
  const read = (field: 'amount' | 'open' | 'paid') => amountOf(cells[field], { ...situation, field })
  const paid = read('paid')
  const openCell = read('open')
  const total = read('amount') ?? openCell
  const type = cells.type ?? (total !== null && total < 0 ? 'credit-note' : 'invoice')
  if (total === null) {
    if (cells.amount.trim() === '' && cells.open.trim() === '')
      report(situation.sink, 'missing', { fieldFr: 'montant', fieldEn: 'amount' })
    return { type, amount: 0, open: 0 }
  }
  if (type === 'invoice' && total < 0) {
    report(situation.sink, 'amount-negative', { text: cut(cells.amount), kindFr: 'une facture', kindEn: 'an invoice' })
  }
  const lowers = type === 'credit-note' || type === 'payment'
  const signed = (minor: number) => (lowers && total > 0 && minor !== 0 ? -minor : minor)
  const open = openCell ?? (paid !== null ? total - paid : cells.paidDate !== null ? 0 : null)
  const amounts = { type, amount: signed(total), open: open === null ? null : signed(open) }
  if (amounts.open !== null) refuseOpenBeyond({ amount: amounts.amount, open: amounts.open }, situation)
  return amounts
}

function refuseOpenBeyond({ amount, open }: { amount: number; open: number }, { sink, currency }: Situation): void {
  const fits = amount >= 0 ? open >= 0 && open <= amount : open <= 0 && open >= amount
  if (fits) return
  report(sink, 'open-exceeds-amount', {
    open: writeAmount(open, { currency }),
    amount: writeAmount(amount, { currency }),
  })
}

function datesOf(
  cells: { readonly issueDate: string | null; readonly dueDate: string | null },
  situation: { entity: RowEntity; type: ItemType; context: RowContext; sink: IssueSink },
): { issueDate: string; dueDate: string } {
  const issueDate = cells.issueDate ?? cells.dueDate
  if (issueDate === null) {
    report(situation.sink, 'missing', { fieldFr: "date d'émission", fieldEn: 'issue date' })
    return { issueDate: '', dueDate: '' }
  }
  const lowers = situation.type === 'credit-note' || situation.type === 'payment'
  const dueDate = cells.dueDate ?? (lowers ? issueDate : dueDateOf(issueDate, situation.entity.terms))
  if (situation.type === 'invoice' && dueDate < issueDate) {
    report(situation.sink, 'due-before-issue', { due: dueDate, issue: issueDate })
  }
  return { issueDate, dueDate }
}
