import type { Locale } from '@relance/sdk/words'
import type { ImportReport, importFormats, importModes } from '../contract/imports.ts'
import type { ImportLimits } from './import-limits.ts'
import type { LedgerReader, LedgerWriter } from './ledger.ts'
import type { SourceInput } from './sniff/open-source.ts'
import type { LayoutWishes } from './sniff/sniff-layout.ts'

/** What is asked for; the wishes stand instead of what the file seems to say. */
export interface ImportOptions extends LayoutWishes {
  readonly format?: (typeof importFormats)[number]
  readonly mode?: (typeof importModes)[number]
  readonly entity?: string
  readonly dryRun?: boolean
  readonly force?: boolean
  /** Language of the reasons for rejects. */
  readonly locale?: Locale
}

export interface ImportPorts {
  readonly reader: LedgerReader
  readonly writer: LedgerWriter
  readonly now: () => Date
  /** Keeps the report while the import runs and after; not called in a dry run. */
  readonly saveReport: (report: ImportReport, author: string) => Promise<void>
  /** Gives invoices their reminders; told the progress. Runs in the background, after the report. */
  readonly enrol: (items: readonly string[], progress: (done: number) => void) => Promise<void>
}

export interface ImportRequest {
  readonly source: SourceInput
  readonly fileName: string
  readonly options: ImportOptions
  readonly author: string
  readonly ports: ImportPorts
  readonly limits?: ImportLimits
  readonly progress?: (progress: { phase: 'check' | 'write' | 'enrol'; done: number; total: number }) => void
}

/** The report once everything is written, and the enrolment that goes on behind it. */
export interface ImportResult {
  readonly report: ImportReport
  /** Codes of the entities whose ledger the file states: what they are owed is known as of now. */
  readonly stated: readonly string[]
  readonly enrolled: Promise<ImportReport>
}
