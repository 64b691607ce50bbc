import type { Locale } from '@relance/sdk/words'
import { type ImportErrorCode, type ImportErrorValues, importErrorWords } from './import-error-words.ts'

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
