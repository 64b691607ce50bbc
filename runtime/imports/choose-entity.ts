import { ImportError } from './import-error.ts'
import type { LedgerReader } from './ledger.ts'
import type { RowEntity } from './rows/row-context.ts'
import type { Layout } from './sniff/sniff-layout.ts'

const sampledCodes = 200

/**
 * The entity of the lines that name none: the one asked for, the only one there is, or the only one that knows the customers of
 * the first lines. Null when the file has a column of its own. Throws `no-entity-yet`, `unknown-entity`, `entity-needed`.
 */
export async function chooseEntity(
  layout: Layout,
  options: { wanted?: string; entities: readonly RowEntity[]; reader: LedgerReader },
): Promise<RowEntity | null> {
  const { wanted, entities, reader } = options
  const known = entities.map(({ code }) => code).join(', ')
  if (entities.length === 0) throw new ImportError('no-entity-yet')
  if (wanted) {
    const entity = entities.find(({ code }) => code.toLowerCase() === wanted.toLowerCase())
    if (!entity) throw new ImportError('unknown-entity', { values: { entity: wanted.slice(0, 60), known } })
    return entity
  }
  if (entities.length === 1) return entities[0]!
  if (layout.fields.includes('entity')) return null
  const homes = await homesOf(layout, { entities, reader })
  if (homes.length === 1) return homes[0]!
  throw new ImportError('entity-needed', { values: { known } })
}

async function homesOf(
  layout: Layout,
  { entities, reader }: { entities: readonly RowEntity[]; reader: LedgerReader },
): Promise<RowEntity[]> {
  const column = layout.fields.indexOf('debtor')
  if (column === -1) return []
  const codes = new Set(layout.sample.slice(0, sampledCodes).map(({ cells }) => (cells[column] ?? '').trim()))
  codes.delete('')
  const found = await reader.debtors([...codes].flatMap((code) => entities.map((entity) => `${entity.code}:${code}`)))
  const owners = new Set([...found.values()].map(({ entity }) => entity))
  return entities.filter(({ code }) => owners.has(code))
}
