import type { z } from 'zod'
import type { CsvRecord } from '../sniff/read-records.ts'
import type { Layout } from '../sniff/sniff-layout.ts'
import type { Fault, Reject } from './reject.ts'
import type { RejectCode, RejectValues } from './reject-words.ts'

/** A line that holds what its file promises. */
export interface ReadRow<T> {
  readonly line: number
  readonly row: T
}

/** Reads the lines of one layout by a schema of cells: a row, or why it is rejected. */
export function rowReader<T>(layout: Layout, schema: z.ZodType<T>) {
  const fields = layout.subject.columns.map(({ field }) => field)
  const empty = Object.fromEntries(fields.map((field) => [field, '']))
  const swallowed = new RegExp(`\\n[^\\n]*\\${layout.separator}`)
  return (record: CsvRecord): ReadRow<T> | Reject => {
    const { line, cells } = record
    const fault = faultOf(record, { width: layout.headers.length, swallowed })
    if (fault) return { line, faults: [fault] }
    const byField = { ...empty }
    for (const [index, field] of layout.fields.entries()) if (field !== null) byField[field] = cells[index] ?? ''
    const read = schema.safeParse(byField)
    return read.success ? { line, row: read.data } : { line, faults: read.error.issues.map(faultFrom).slice(0, 5) }
  }
}

function faultOf({ line, cells }: CsvRecord, expected: { width: number; swallowed: RegExp }): Fault | null {
  const broken = cells.find((cell) => expected.swallowed.test(cell))
  if (broken) return { code: 'broken-quote', values: { last: line + broken.split('\n').length - 1 } }
  const surplus = cells.slice(expected.width).some((cell) => cell.trim() !== '')
  return surplus ? { code: 'too-many-cells', values: { found: cells.length, expected: expected.width } } : null
}

function faultFrom(issue: z.core.$ZodIssue): Fault {
  const params = issue.code === 'custom' ? issue.params : undefined
  return { code: params?.reject as RejectCode, values: (params?.values ?? {}) as RejectValues }
}
