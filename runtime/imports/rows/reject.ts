import type { Locale } from '@relance/sdk/words'
import { type RejectCode, type RejectValues, rejectWords } from './reject-words.ts'

/** One reason for which a line is not taken. */
export interface Fault {
  readonly code: RejectCode
  readonly values: RejectValues
}

/** A line that is not taken, with all that is wrong in it. */
export interface Reject {
  readonly line: number
  readonly faults: readonly Fault[]
}

/** The reasons of a rejected line as sentences with their cure. */
export function reasonOf(reject: Reject, locale: Locale): string {
  return reject.faults.map(({ code, values }) => rejectWords[code](values)[locale]).join(' ')
}
