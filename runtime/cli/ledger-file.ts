import { defaultTerms } from '../domain/law/payment-terms.ts'
import { ImportError } from '../imports/import-error.ts'
import { usualLimits } from '../imports/import-limits.ts'
import type { DebtorRow } from '../imports/rows/debtor-row.ts'
import type { ItemRow } from '../imports/rows/item-row.ts'
import { rowReader } from '../imports/rows/read-row.ts'
import type { Reject } from '../imports/rows/reject.ts'
import type { RowEntity } from '../imports/rows/row-context.ts'
import { type RowOf, rowKinds } from '../imports/rows/row-schemas.ts'
import { openSource } from '../imports/sniff/open-source.ts'
import { type CsvRecord, readRecords } from '../imports/sniff/read-records.ts'
import { type Layout, sniffLayout } from '../imports/sniff/sniff-layout.ts'

/** Lines of a file read without a database. */
export interface RowsFile<T> {
  readonly rows: readonly T[]
  readonly rejects: readonly Reject[]
}

export interface LedgerFiles {
  readonly items: RowsFile<ItemRow>
  readonly debtors: RowsFile<DebtorRow>
}

/** Entity of the lines that name none. */
const nameless = 'FR01'

/** Reads a file of items and, beside it, one of customers. Throws the ImportError of a file that is not one. */
export async function readLedgerFiles(files: { ledger: string; debtors?: string }): Promise<LedgerFiles> {
  const items = await readRows(files.ledger, 'items')
  const debtors = files.debtors ? await readRows(files.debtors, 'debtors') : { rows: [], rejects: [] }
  return { items, debtors }
}

/** Entities are taken from the file itself, in Paris time, euros and 30 days. */
async function readRows<S extends 'items' | 'debtors'>(path: string, subject: S): Promise<RowsFile<RowOf[S]>> {
  const source = await openSource({ path }, { limits: usualLimits })
  const layout = await sniffLayout(source, { fileName: path, wishes: { subject }, limits: usualLimits })
  const records: CsvRecord[] = []
  for await (const record of readRecords(source.path, { ...layout, limits: usualLimits })) {
    records.push(record)
    if (records.length > usualLimits.rows)
      throw new ImportError('too-many-rows', { values: { limit: usualLimits.rows } })
  }
  const lines = records.slice(1)
  const read = rowReader<RowOf[S]>(layout, rowKinds[subject].schema(contextOf(layout, lines)) as never)
  const rows: RowOf[S][] = []
  const rejects: Reject[] = []
  for (const record of lines) {
    const result = read(record)
    if ('row' in result) rows.push(result.row)
    else rejects.push(result)
  }
  return { rows, rejects }
}

function contextOf({ order, decimal, subject, fields }: Layout, lines: readonly CsvRecord[]) {
  const column = fields.indexOf('entity')
  const codes = new Set(column === -1 ? [] : lines.map(({ cells }) => (cells[column] ?? '').trim()))
  codes.delete('')
  const entities = [...(codes.size > 0 ? codes : [nameless])].map(entityOf)
  return { order, decimal, columns: subject.columns, entities, entity: entities.length === 1 ? entities[0]! : null }
}

function entityOf(code: string): RowEntity {
  return { code, currency: 'EUR', zone: 'Europe/Paris', terms: defaultTerms }
}
