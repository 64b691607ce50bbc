import type { KnownDebtor, KnownItem, LedgerReader } from '../ledger.ts'
import type { PaymentRow } from '../rows/payment-row.ts'
import type { ReadRow } from '../rows/read-row.ts'
import type { RowOf } from '../rows/row-schemas.ts'
import type { SubjectName } from '../subjects/recognise-subject.ts'
import type { Outcome } from './outcome.ts'
import { planContacts } from './plan-contacts.ts'
import { planDebtors } from './plan-debtors.ts'
import { planItems } from './plan-items.ts'
import { candidateItems, paymentId, planPayments } from './plan-payments.ts'

/** What one import carries from batch to batch. */
export interface PlanState {
  readonly reader: LedgerReader
  readonly today: (entity: string) => string
  readonly now: Date
  /** Roles of customers that the file has begun to replace. */
  readonly mentioned: Set<string>
  /** In a dry run nothing is written, so what earlier batches planned is remembered here. */
  readonly planned: {
    readonly debtors: Map<string, KnownDebtor>
    readonly spent: Map<string, { open: number; unexplained: number }>
  } | null
}

type Planner<S extends SubjectName> = (rows: readonly ReadRow<RowOf[S]>[], state: PlanState) => Promise<Outcome>

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** Reads what a batch touches and plans it, per kind of file. */
export const planners: { readonly [S in SubjectName]: Planner<S> } = {
  debtors: async (rows, { reader }) =>
    planDebtors(rows, { debtors: await reader.debtors(rows.map(({ row }) => row.id)) }),

  contacts: async (rows, { reader, mentioned, planned }) => {
    const debtors = withPlanned(await reader.debtors(unique(rows.map(({ row }) => row.debtor))), planned?.debtors)
    const outcome = planContacts(rows, { debtors, mentioned })
    for (const { id, set } of outcome.changes.debtors) planned?.debtors.set(id, { ...debtors.get(id)!, ...set })
    return outcome
  },

  items: async (rows, { reader, today, planned }) => {
    const debtors = await reader.debtors(unique(rows.map(({ row }) => row.debtor)))
    const items = await reader.items(rows.map(({ row }) => row.id))
    const outcome = planItems(rows, { debtors: withPlanned(debtors, planned?.debtors), items, today })
    for (const debtor of outcome.changes.newDebtors) planned?.debtors.set(debtor._id, debtor)
    return outcome
  },

  payments: async (rows, { reader, today, now, planned }) => {
    const items = await invoicesOf(rows, reader)
    const payments = await reader.payments(rows.map(({ row }) => paymentId(row)))
    return planPayments(rows, { items, payments, spent: planned?.spent ?? new Map(), today, now })
  },
}

/** Invoices of payments by every id they may have; older years are only looked up for what the usual ones do not hold. */
async function invoicesOf(
  rows: readonly ReadRow<PaymentRow>[],
  reader: LedgerReader,
): Promise<ReadonlyMap<string, KnownItem>> {
  const ids = (row: PaymentRow, likely: boolean) => candidateItems(row, { likely })
  const recent = await reader.items(unique(rows.flatMap(({ row }) => ids(row, true))))
  const missing = rows.filter(({ row }) => !ids(row, true).some((id) => recent.has(id)))
  if (missing.length === 0) return recent
  const older = await reader.items(unique(missing.flatMap(({ row }) => ids(row, false))))
  return new Map([...recent, ...older])
}

function withPlanned(
  known: ReadonlyMap<string, KnownDebtor>,
  planned: ReadonlyMap<string, KnownDebtor> | undefined,
): ReadonlyMap<string, KnownDebtor> {
  return planned ? new Map([...known, ...planned]) : known
}
