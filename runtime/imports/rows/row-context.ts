import type { PaymentTerms } from '../../domain/law/payment-terms.ts'
import type { DecimalSign } from '../../domain/money/read-amount.ts'
import type { DateOrder } from '../sniff/read-date.ts'
import type { Column } from '../subjects/column.ts'
import type { RejectCode, RejectValues } from './reject-words.ts'

/** The legal entity of a line, as far as reading it needs. */
export interface RowEntity {
  readonly code: string
  readonly currency: string
  readonly zone: string
  /** When an invoice without a due date falls due. */
  readonly terms: PaymentTerms
}

/** What reading a line depends on, beside the line. */
export interface RowContext {
  readonly order: DateOrder
  readonly decimal: DecimalSign | null
  readonly columns: readonly Column[]
  readonly entities: readonly RowEntity[]
  /** The entity of the import, for lines that name none. */
  readonly entity: RowEntity | null
}

/** Where a reader reports what is wrong: a zod refinement context. */
export interface IssueSink {
  addIssue(issue: { code: 'custom'; params: { reject: RejectCode; values: RejectValues } }): void
}

export function report(sink: IssueSink, reject: RejectCode, values: RejectValues = {}): void {
  sink.addIssue({ code: 'custom', params: { reject, values } })
}

/** The words of a field in both languages, as values of a sentence. */
export function fieldWords(context: RowContext, field: string): { fieldFr: string; fieldEn: string } {
  const words = context.columns.find((column) => column.field === field)?.words
  return { fieldFr: words?.fr ?? field, fieldEn: words?.en ?? field }
}
