import { chooseEntity } from './choose-entity.ts'
import { ImportError } from './import-error.ts'
import { usualLimits } from './import-limits.ts'
import type { ImportRequest, ImportResult } from './import-request.ts'
import { ImportRun } from './import-run.ts'
import { openSource } from './sniff/open-source.ts'
import { sniffLayout } from './sniff/sniff-layout.ts'

/**
 * Imports one CSV file of customers, contacts, items or payments. The whole file is read and judged before anything is
 * written: a file refused as a whole (throws {@link ImportError}) changes nothing, a rejected line changes nothing, and the
 * same file again changes nothing more.
 */
export async function importFile(request: ImportRequest): Promise<ImportResult> {
  const { options } = request
  if (options.format !== undefined && options.format !== 'auto' && options.format !== 'csv') {
    throw new ImportError('format-not-supported', { values: { format: options.format } })
  }
  const limits = request.limits ?? usualLimits
  const source = await openSource(request.source, { limits })
  try {
    const layout = await sniffLayout(source, { fileName: request.fileName, wishes: options, limits })
    if (options.mode === 'stock' && layout.subject.name !== 'items') throw new ImportError('stock-of-items-only')
    const entities = await request.ports.reader.entities()
    const entity = await chooseEntity(layout, { wanted: options.entity, entities, reader: request.ports.reader })
    return await new ImportRun(request, { source, layout, limits, entities, entity }).carryOut()
  } finally {
    await source.close()
  }
}
