import { writeAmount } from '../../domain/money/write-amount.ts'
import type { KnownDebtor, KnownItem } from '../ledger.ts'
import type { ItemRow } from '../rows/item-row.ts'
import type { ReadRow } from '../rows/read-row.ts'
import { adjusted, recordedPayments } from './adjustments.ts'
import { differences, type Outcome, OutcomeBuilder } from './outcome.ts'
import { blankDebtor } from './plan-debtors.ts'

interface Ledger {
  readonly debtors: ReadonlyMap<string, KnownDebtor>
  readonly items: ReadonlyMap<string, KnownItem>
  /** Today in the zone of an entity. */
  readonly today: (entity: string) => string
}

/** What a file of items changes. */
export function planItems(rows: readonly ReadRow<ItemRow>[], ledger: Ledger): Outcome {
  const outcome = new OutcomeBuilder()
  const debtors = new Map(ledger.debtors)
  for (const { line, row } of rows) {
    const debtor = debtors.get(row.debtor) ?? newcomer(row)
    if (debtor === null) {
      outcome.reject(line, 'unknown-debtor', { code: row.debtorCode, entity: row.entity })
      continue
    }
    const known = ledger.items.get(row.id)
    if (known !== undefined) {
      planKnown({ line, row }, { known, today: ledger.today(row.entity), outcome })
      continue
    }
    if (!debtors.has(debtor._id)) outcome.changes.newDebtors.push(debtor)
    debtors.set(debtor._id, debtor)
    planNew(row, { debtor, today: ledger.today(row.entity), outcome })
  }
  return outcome
}

/** The customer that a line introduces by name; null when it gives only a code. */
function newcomer(row: ItemRow): KnownDebtor | null {
  if (row.debtorName === '') return null
  const blank = blankDebtor({ id: row.debtor, entity: row.entity, code: row.debtorCode, name: row.debtorName })
  const contact = {
    role: 'accounts-payable' as const,
    name: '',
    email: row.email,
    phone: '',
    language: null,
    optedOut: false,
  }
  return {
    ...blank,
    segment: row.segment ?? blank.segment,
    contacts: row.email === '' ? [] : [contact],
  }
}

function planNew(row: ItemRow, given: { debtor: KnownDebtor; today: string; outcome: OutcomeBuilder }): void {
  const { debtor, today, outcome } = given
  const open = row.open ?? row.amount
  const { id, email: _email, debtorName: _name, segment: _segment, ...facts } = row
  outcome.changes.newItems.push({
    ...facts,
    _id: id,
    debtorName: debtor.name,
    segment: debtor.segment,
    open,
    payments: open === row.amount ? [] : [adjusted(`stated:${id}`, row.amount - open, { closes: open === 0 })],
    statedOn: row.open === null ? null : today,
    enrolled: false,
  })
  outcome.created += 1
  outcome.open.push({ id, amount: open, currency: row.currency })
  if (row.type === 'invoice' && open > 0) outcome.enrol.push(id)
}

function planKnown(
  { line, row }: ReadRow<ItemRow>,
  given: { known: KnownItem; today: string; outcome: OutcomeBuilder },
): void {
  const { known, today, outcome } = given
  if (known.debtor !== row.debtor) {
    outcome.reject(line, 'other-debtor', { item: row.number, found: row.debtorCode, expected: known.debtorCode })
    return
  }
  if (known.currency !== row.currency) {
    outcome.reject(line, 'other-currency', { found: row.currency, expected: known.currency })
    return
  }
  const open = openAfter(row, known)
  if (open === null) {
    const write = (minor: number) => writeAmount(minor, known)
    const paid = write(known.amount - known.open)
    outcome.reject(line, 'amount-changed-after-payment', { number: row.number, paid, amount: write(row.amount) })
    return
  }
  const set = differences(known, statedFields(row))
  if (set) outcome.changes.items.push({ id: row.id, set })
  if (open !== known.open) {
    outcome.changes.balances.push({
      item: row.id,
      from: known.open,
      to: open,
      date: today,
      currency: row.currency,
      cause: 'statement',
    })
  }
  if (set || open !== known.open) outcome.changed += 1
  else outcome.unchanged += 1
  outcome.open.push({ id: row.id, amount: open, currency: row.currency })
  // Also when nothing changed: a repeated import completes an enrolment that was cut short.
  if (known.type === 'invoice' && open > 0 && (!known.enrolled || known.open === 0)) outcome.enrol.push(row.id)
}

function statedFields(row: ItemRow): Partial<KnownItem> {
  const { issueDate, dueDate, amount, businessCase } = row
  return { issueDate, dueDate, amount, ...(businessCase !== '' && { businessCase }) }
}

/**
 * Open amount after the line; null when what was received exceeds the new amount. A statement never takes a payment back that
 * was recorded here: the ledger that was exported may not know it yet, and nobody is reminded of what they have paid.
 */
function openAfter(row: ItemRow, known: KnownItem): number | null {
  if (row.open === null) {
    const open = known.open + row.amount - known.amount
    return Math.sign(open) * Math.sign(row.amount) < 0 ? null : open
  }
  if (row.amount < 0) return row.open
  const most = row.amount - recordedPayments(known)
  return most < 0 ? null : Math.min(row.open, most)
}
