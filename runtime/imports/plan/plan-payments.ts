import type { KnownItem } from '../ledger.ts'
import type { PaymentRow } from '../rows/payment-row.ts'
import type { ReadRow } from '../rows/read-row.ts'
import { paymentKey } from '../rows/row-schemas.ts'
import { unexplained } from './adjustments.ts'
import { type Outcome, OutcomeBuilder } from './outcome.ts'

interface Ledger {
  readonly items: ReadonlyMap<string, KnownItem>
  readonly payments: ReadonlyMap<string, boolean>
  /** What earlier lines have planned against an item; the batch adds to it. */
  readonly spent: Map<string, Balance>
  readonly today: (entity: string) => string
  readonly now: Date
}

/** Years before a payment in which its invoice may have been issued; a number is unique only within one. */
const likelyYears = [0, 1]
const possibleYears = [-1, 2, 3, 4, 5, 6]

/** Ids that the invoice of a payment may have: those of the same year and the one before, or of all the others. */
export function candidateItems(row: PaymentRow, options: { likely: boolean }): string[] {
  const year = Number(row.date.slice(0, 4))
  return (options.likely ? likelyYears : possibleYears).map((back) => `${row.entity}:${row.invoice}:${year - back}`)
}

/** Id under which a payment of a file is recorded: the same line is the same payment, whatever file brings it. */
export function paymentId(row: PaymentRow): string {
  return `import:${paymentKey(row)}`
}

/** What a file of payments changes. */
export function planPayments(rows: readonly ReadRow<PaymentRow>[], ledger: Ledger): Outcome {
  const outcome = new OutcomeBuilder()
  for (const { line, row } of rows) {
    const item = invoiceOf({ line, row }, { ledger, outcome })
    if (item === null) continue
    if (ledger.payments.get(paymentId(row)) === true) {
      outcome.unchanged += 1
      outcome.open.push({ id: item._id, amount: item.open, currency: item.currency })
      continue
    }
    plan({ line, row }, { item, ledger, outcome })
  }
  return outcome
}

function plan(
  { line, row }: ReadRow<PaymentRow>,
  given: { item: KnownItem; ledger: Ledger; outcome: OutcomeBuilder },
): void {
  const { item, ledger, outcome } = given
  const spent = ledger.spent.get(item._id) ?? balanceOf(item)
  const { counted, closes } = placePayment(row, { item, left: spent })
  if (!counted && spent.open <= 0) {
    outcome.reject(line, 'already-settled', { number: row.invoice })
    return
  }
  ledger.spent.set(item._id, {
    open: counted ? spent.open : Math.max(0, spent.open - row.amount),
    unexplained: counted ? spent.unexplained - row.amount : spent.unexplained,
  })
  outcome.changes.payments.push({ payment: paymentOf(row, { item, now: ledger.now }), counted, closes })
  outcome.created += 1
  outcome.open.push({ id: item._id, amount: ledger.spent.get(item._id)!.open, currency: item.currency })
}

interface Balance {
  readonly open: number
  readonly unexplained: number
}

export function balanceOf(item: Pick<KnownItem, 'open' | 'payments'>): Balance {
  return { open: item.open, unexplained: unexplained(item) }
}

/** How money meets an invoice of which so much is left: as part of what a file has stated already, or as a deduction. */
export function placePayment(
  { amount, date }: { amount: number; date: string },
  { item, left }: { item: Pick<KnownItem, 'open' | 'statedOn'>; left: Balance },
): { counted: boolean; closes: boolean } {
  const counted = item.statedOn != null && date < item.statedOn && left.unexplained >= amount
  return { counted, closes: counted ? item.open === 0 : left.open <= amount }
}

function paymentOf(row: PaymentRow, { item, now }: { item: KnownItem; now: Date }) {
  return {
    _id: paymentId(row),
    entity: row.entity,
    debtor: item.debtor,
    invoice: item._id,
    shares: [],
    amount: row.amount,
    currency: row.currency,
    date: row.date,
    reference: row.reference,
    source: 'import',
    recordedAt: now,
    posted: false,
  }
}

/** The invoice that a line pays, or null with the reject reported. */
function invoiceOf(
  { line, row }: ReadRow<PaymentRow>,
  { ledger, outcome }: { ledger: Ledger; outcome: OutcomeBuilder },
): KnownItem | null {
  const candidates = [...candidateItems(row, { likely: true }), ...candidateItems(row, { likely: false })]
  const found = candidates.flatMap((id) => ledger.items.get(id) ?? [])
  const likely = found.filter(
    ({ debtorCode, open }) =>
      (row.debtorCode === '' || debtorCode === row.debtorCode) && (found.length === 1 || open > 0),
  )
  const item = likely[0] ?? found[0]
  if (item === undefined) outcome.reject(line, 'unknown-invoice', { number: row.invoice, entity: row.entity })
  else if (likely.length > 1) {
    const years = likely.map(({ issueDate }) => issueDate.slice(0, 4)).join(', ')
    outcome.reject(line, 'invoice-of-several-years', { number: row.invoice, years })
  } else if (item.type !== 'invoice') outcome.reject(line, 'not-an-invoice', { number: row.invoice })
  else if (row.debtorCode !== '' && row.debtorCode !== item.debtorCode) {
    outcome.reject(line, 'other-debtor', { item: row.invoice, found: row.debtorCode, expected: item.debtorCode })
  } else if (row.currency !== item.currency) {
    outcome.reject(line, 'other-currency', { found: row.currency, expected: item.currency })
  } else if (row.date > ledger.today(row.entity)) {
    outcome.reject(line, 'payment-in-the-future', { date: row.date })
  } else return item
  return null
}
