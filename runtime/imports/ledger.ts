import type { DebtorDocument } from '../models/debtor.ts'
import type { ItemDocument } from '../models/item.ts'
import type { PaymentDocument } from '../models/payment.ts'
import type { RowEntity } from './rows/row-context.ts'

export interface KnownContact {
  readonly role: 'accounts-payable' | 'buyer' | 'escalation'
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly language?: string | null
  readonly optedOut: boolean
}
export type KnownDebtor = Omit<DebtorDocument, 'contacts' | 'outbox'> & { readonly contacts: readonly KnownContact[] }
export type KnownItem = Pick<
  ItemDocument,
  | '_id'
  | 'entity'
  | 'number'
  | 'type'
  | 'debtor'
  | 'debtorCode'
  | 'debtorName'
  | 'segment'
  | 'issueDate'
  | 'dueDate'
  | 'paidDate'
  | 'amount'
  | 'open'
  | 'currency'
  | 'businessCase'
  | 'payments'
  | 'statedOn'
> & { readonly enrolled: boolean }

/** A new open amount stated by a file, by an atomic change that only holds while the item still has the open amount `from`. */
export interface BalanceChange {
  readonly item: string
  readonly from: number
  readonly to: number
  /** Day of the statement in the entity's zone. */
  readonly date: string
  readonly currency: string
  readonly cause: 'statement' | 'stock'
}

/** Money received according to a file. */
export interface PaymentWrite {
  readonly payment: PaymentDocument
  /** The stated open amount already bears it, only the history gains. */
  readonly counted: boolean
  /** The invoice is settled with it, as far as the plan knows. */
  readonly closes: boolean
}

/** What a batch of lines changes; plain data, so that a plan can be shown, tested and thrown away. */
export interface Changes {
  readonly newDebtors: readonly KnownDebtor[]
  readonly debtors: readonly { readonly id: string; readonly set: Partial<KnownDebtor> }[]
  readonly newItems: readonly KnownItem[]
  readonly items: readonly { readonly id: string; readonly set: Partial<KnownItem> }[]
  readonly balances: readonly BalanceChange[]
  readonly payments: readonly PaymentWrite[]
}

export const noChanges: Changes = { newDebtors: [], debtors: [], newItems: [], items: [], balances: [], payments: [] }

/** What an import reads of the ledger. */
export interface LedgerReader {
  readonly entities: () => Promise<readonly RowEntity[]>
  readonly debtors: (ids: readonly string[]) => Promise<ReadonlyMap<string, KnownDebtor>>
  readonly items: (ids: readonly string[]) => Promise<ReadonlyMap<string, KnownItem>>
  /** Payments already recorded, with whether they reached their invoice. */
  readonly payments: (ids: readonly string[]) => Promise<ReadonlyMap<string, boolean>>
  readonly openItems: (entity: string) => Promise<readonly KnownItem[]>
}

/** Who writes, when, and under which import. */
export interface WriteContext {
  readonly author: string
  readonly at: Date
  readonly run: string
}

/** How an import writes; each call is idempotent, so that a repeated import completes what a stop left half-way. */
export interface LedgerWriter {
  readonly write: (changes: Changes, context: WriteContext) => Promise<void>
  /** Renews the usual delay of customers whose payments an import brought; once, at its end. */
  readonly refreshDelays: (debtors: readonly string[], at: string) => Promise<void>
}
