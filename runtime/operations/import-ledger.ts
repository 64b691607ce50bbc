import type { Locale } from '@relance/sdk/words'
import type { z } from 'zod'
import type { ImportReport, importRequestSchema } from '../contract/imports.ts'
import { importFile } from '../imports/import-file.ts'
import type { ImportRequest, ImportResult } from '../imports/import-request.ts'
import { mongoReader } from '../imports/mongo/mongo-reader.ts'
import { mongoWriter } from '../imports/mongo/mongo-writer.ts'
import { ImportRun } from '../models/import-run.ts'
import { enrolItems } from './enrol-files.ts'
import { noteStatement } from './ledger-age/review-ledgers.ts'
import { lookAgainAt } from './minimums/look-again.ts'
import { owingFiles } from './owed-files.ts'
import type { Operator } from './ports.ts'

type Options = z.output<typeof importRequestSchema> & { readonly locale: Locale }

/**
 * Imports a file, or a stream, and answers with its report once everything is written; the new invoices get their
 * scenarios in the background, by the sweeper if need be. `progress` is told while it reads, writes and enrols.
 */
export async function importLedger(
  file: ImportRequest['source'] & { readonly name: string },
  options: Options,
  { ports, author, progress }: Operator & Pick<ImportRequest, 'progress'>,
): Promise<ImportResult> {
  const carryOut = () =>
    importFile({
      source: file,
      fileName: file.name,
      options,
      author,
      progress,
      ports: {
        reader: mongoReader,
        writer: mongoWriter(ports),
        now: ports.now,
        saveReport,
        enrol: async (items, told) => {
          await enrolItems(items, { ports, onProgress: ({ done }) => told(done) })
          await lookAgainAt(items, { ports })
        },
      },
    })
  if (options.dryRun) return carryOut()
  const writeAndEnrol = async () => {
    const result = await carryOut()
    await noteStatement(result.stated, { ports, author })
    return { result, enrolled: result.enrolled }
  }
  return owingFiles(null, writeAndEnrol, { ports })
}

async function saveReport(report: ImportReport, author: string): Promise<void> {
  const at = new Date(report.at)
  await ImportRun.updateOne({ _id: report.id }, { $set: { report, author, at } }, { upsert: true })
}
