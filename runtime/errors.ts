import type { Locale } from '@relance/sdk/words'
import type { ErrorCode, ErrorData } from './error-data.ts'
import { errorWords } from './error-words.ts'

/** An error that a person can act on; `code` is stable, `data` says where. */
export class RelanceError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'RelanceError'
  readonly code: C
  readonly data: ErrorData[C]

  constructor(code: C, data: ErrorData[C], options?: ErrorOptions) {
    super(errorWords[code](data).en, options)
    this.code = code
    this.data = data
  }

  /** The sentence to show, with its cure. */
  inWords(locale: Locale): string {
    return errorWords[this.code](this.data)[locale]
  }
}

type ExitCode = 1 | 2

/** Exit code of the command line (1 problems found, 2 wrong use) and HTTP status, for every error there is. */
export const errorOutcomes: { readonly [C in ErrorCode]: { readonly exit: ExitCode; readonly status: number } } = {
  'invalid-config': { exit: 2, status: 500 },
  'invalid-input': { exit: 1, status: 422 },
  'wrong-use': { exit: 2, status: 400 },
  'server-missing': { exit: 1, status: 503 },
  'server-unreachable': { exit: 1, status: 503 },
  'server-too-old': { exit: 1, status: 503 },
  'server-stopped': { exit: 1, status: 503 },
  'port-busy': { exit: 1, status: 503 },
  'home-locked': { exit: 1, status: 503 },
  'home-unusable': { exit: 1, status: 503 },
  'build-failed': { exit: 1, status: 500 },
}

/** Exit code for whatever was thrown: 1 for what is none of our errors. */
export function exitCodeOf(error: unknown): ExitCode {
  return error instanceof RelanceError ? errorOutcomes[error.code as ErrorCode].exit : 1
}

/** The sentence to show for one of our errors, the whole error for any other. */
export function inWords(error: unknown, locale: Locale): unknown {
  return error instanceof RelanceError ? error.inWords(locale) : error
}
