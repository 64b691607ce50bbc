import type { Locale } from '@relance/sdk/words'
import { importErrorWords } from './import-error-words.ts'

/** Why a file is refused as a whole; nothing was written. Codes are stable. */
export const importErrorCodes = [
  'format-not-supported',
  'empty-file',
  'binary-file',
  'file-too-large',
  'line-too-long',
  'unknown-encoding',
  'headers-not-recognised',
  'no-rows',
  'too-many-rows',
  'too-many-columns',
  'malformed-csv',
  'no-entity-yet',
  'unknown-entity',
  'entity-needed',
  'stock-of-items-only',
  'stock-has-unreadable-lines',
  'stock-would-settle-too-much',
] as const
export type ImportErrorCode = (typeof importErrorCodes)[number]
export type ImportErrorValues = Readonly<Record<string, string | number>>

/** A file refused as a whole. `line` is the place in the file where there is one. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  readonly code: ImportErrorCode
  readonly values: ImportErrorValues
  readonly line: number | null

  constructor(code: ImportErrorCode, options: { values?: ImportErrorValues; line?: number } = {}) {
    super(importErrorWords[code](options.values ?? {}).en)
    this.code = code
    this.values = options.values ?? {}
    this.line = options.line ?? null
  }

  /** The sentence to show: what is wrong, where, and the cure. */
  inWords(locale: Locale): string {
    return importErrorWords[this.code](this.values)[locale]
  }
}
