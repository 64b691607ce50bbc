import type { Locale } from '@relance/sdk/words'
import { errorWords } from './error-words.ts'

/** What each error carries. Numbers, names and places only: the sentences are in error-words.ts. */
export interface ErrorData {
  'invalid-config': { readonly faults: readonly { readonly variable: string; readonly fault: string }[] }
  'invalid-input': { readonly errors: readonly { readonly path: string; readonly message: string }[] }
  'wrong-use': { readonly detail: string }
  unauthenticated: Record<string, never>
  forbidden: { readonly needs: string }
  'not-found': { readonly what: string; readonly id: string }
  conflict: { readonly what: string; readonly id: string; readonly reason: string }
  'too-large': { readonly limit: number }
  'server-missing': {
    readonly need: ServerNeed
    readonly tried: readonly { readonly step: string; readonly reason: string }[]
  }
  'server-unreachable': { readonly need: ServerNeed; readonly address: string; readonly reason: string }
  'server-too-old': {
    readonly need: ServerNeed
    readonly found: string
    readonly needed: string
    readonly address: string
  }
  'server-stopped': { readonly need: string; readonly log: string; readonly tail: string }
  'port-busy': { readonly port: number; readonly variable: string }
  'home-locked': { readonly home: string; readonly pid: number; readonly page: string }
  'home-unusable': {
    readonly home: string
    readonly cause: 'read-only' | 'full' | 'not-a-folder'
    readonly detail: string
  }
  'build-failed': { readonly part: string; readonly detail: string }
}

export type ServerNeed = 'temporal' | 'database' | 'mail'
export type ErrorCode = keyof ErrorData

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
  unauthenticated: { exit: 1, status: 401 },
  forbidden: { exit: 1, status: 403 },
  'not-found': { exit: 1, status: 404 },
  conflict: { exit: 1, status: 409 },
  'too-large': { exit: 1, status: 413 },
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
