/**
 * A ledger as columns of numbers, so that a million invoices weigh tens of megabytes and threads share them without a copy. Invoices
 * lie by debtor and, within one, by due date. Days are counted from 1 January 1970; names are places in `names`.
 */
export interface LedgerColumns {
  readonly debtors: DebtorColumns
  readonly files: FileColumns
  readonly others: OtherColumns
  readonly names: Readonly<Record<NameKind, readonly string[]>>
  /** The invoices' numbers, where the scenario asks for them. */
  readonly numbers: readonly string[] | null
}

export interface DebtorColumns {
  readonly count: number
  /** Where each debtor's files, and other items, begin; one entry more than debtors. */
  readonly firstFile: Int32Array
  readonly firstOther: Int32Array
  /** `spreadHash` of the debtor's id. */
  readonly spread: Uint32Array
  readonly calendar: Uint16Array
  readonly segment: Uint16Array
  readonly country: Uint16Array
  readonly language: Uint16Array
  readonly entity: Uint16Array
  readonly collector: Uint16Array
  readonly salesperson: Uint16Array
  /** Amount-weighted mean delay of past payments, a fact of scenarios. */
  readonly meanDelay: Float64Array
  /** How it pays when left alone: days after the due date, and their spread. */
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

export interface FileColumns {
  readonly count: number
  /** What its customer's conduct is drawn from. */
  readonly key: Uint32Array
  readonly amount: Float64Array
  readonly open: Float64Array
  readonly currency: Uint8Array
  readonly issueDay: Int32Array
  readonly dueDay: Int32Array
}

/** What stands on the accounts beside the files that are played. */
export interface OtherColumns {
  readonly open: Float64Array
  readonly dueDay: Int32Array
  readonly currency: Uint8Array
  readonly isInvoice: Uint8Array
}

export type NameKind = 'segment' | 'country' | 'language' | 'entity' | 'currency' | 'person'
