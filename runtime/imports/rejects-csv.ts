import type { ImportReport } from '../contract/imports.ts'
import { writeCsv } from '../domain/csv/write-csv.ts'

/** The rejected lines of an import as a CSV file: line, code, reason. */
export function rejectsCsv({ rejected }: Pick<ImportReport, 'rejected'>): string {
  return writeCsv([['Ligne', 'Code', 'Motif'], ...rejected.map(({ line, code, reason }) => [line, code, reason])])
}
