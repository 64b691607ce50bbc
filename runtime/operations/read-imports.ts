import type { ImportReport } from '../contract/imports.ts'
import { ImportRun } from '../models/import-run.ts'
import { RefusedError } from './refused-error.ts'

const shown = 200

/** Past imports, the latest first, without their rejected lines. */
export async function listImports(): Promise<{ items: ImportReport[] }> {
  const runs = await ImportRun.find({}).sort({ at: -1 }).limit(shown).lean()
  return { items: runs.map(({ report }) => ({ ...report, rejected: [] })) }
}

/** Progress and report of one import; refused as `not-found`. */
export async function readImport(id: string): Promise<ImportReport> {
  const run = await ImportRun.findById(id).lean()
  if (!run) throw new RefusedError('not-found', { values: { id } })
  return run.report
}
