import { usualLimits } from '../imports/import-limits.ts'
import type { ItemRow } from '../imports/rows/item-row.ts'
import { itemRowSchema } from '../imports/rows/item-row.ts'
import { rowReader } from '../imports/rows/read-row.ts'
import type { Reject } from '../imports/rows/reject.ts'
import type { RowEntity } from '../imports/rows/row-context.ts'
import { openSource, type Source } from '../imports/sniff/open-source.ts'
import { readRecords } from '../imports/sniff/read-records.ts'
import { type Layout, sniffLayout } from '../imports/sniff/sniff-layout.ts'

export interface LedgerFile {
  readonly items: readonly ItemRow[]
  readonly rejects: readonly Reject[]
}

/** Entity of the lines that name none. */
const nameless = 'FR01'

/**
 * Reads a file of items without a database: entities are taken from the file, in Paris time, euros and 30 days. Throws the
 * ImportError of a file that is no ledger.
 */
export async function readLedgerFile(path: string): Promise<LedgerFile> {
  const source = await openSource({ path }, { limits: usualLimits })
  const layout = await sniffLayout(source, { fileName: path, wishes: { subject: 'items' }, limits: usualLimits })
  const codes = await entityCodes(source, layout)
  const entities = codes.map(entityOf)
  const entity = layout.fields.includes('entity') && codes.length > 0 ? null : entityOf(nameless)
  const { order, decimal, subject } = layout
  const context = { order, decimal, columns: subject.columns, entities: entity ? [entity] : entities, entity }
  const read = rowReader(layout, itemRowSchema(context))
  const items: ItemRow[] = []
  const rejects: Reject[] = []
  for await (const record of recordsOf(source, layout)) {
    const result = read(record)
    if ('row' in result) items.push(result.row)
    else rejects.push(result)
  }
  return { items, rejects }
}

async function* recordsOf(source: Source, layout: Layout) {
  let header = true
  for await (const record of readRecords(source.path, { ...layout, limits: usualLimits })) {
    if (!header) yield record
    header = false
  }
}

async function entityCodes(source: Source, layout: Layout): Promise<string[]> {
  const column = layout.fields.indexOf('entity')
  const codes = new Set<string>()
  if (column === -1) return []
  for await (const { cells } of recordsOf(source, layout)) {
    const code = (cells[column] ?? '').trim()
    if (code !== '') codes.add(code)
  }
  return [...codes]
}

function entityOf(code: string): RowEntity {
  return { code, currency: 'EUR', zone: 'Europe/Paris', terms: 30 }
}
