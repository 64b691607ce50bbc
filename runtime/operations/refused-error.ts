/** Why an operation was refused: stable codes of the API, each with its words in `refusal-words.ts`. */
export const refusals = [
  'not-found',
  'unknown-door',
  'invalid',
  'invalid-sort',
  'conflict',
  'key-reused',
  'wrong-currency',
  'not-an-invoice',
  'already-paid',
  'already-disputed',
  'already-reversed',
  'no-dispute',
  'promise-in-the-past',
  'promise-too-far',
  'promise-missing',
  'dispute-missing',
  'payment-in-the-future',
  'act-in-the-future',
  'judgment-in-the-future',
  'published-before-judged',
  'terms-too-long',
  'settings-conflict',
  'invalid-period',
  'not-waiting',
  'task-closed',
  'unknown-outcome',
  'not-parked',
  'unknown-step',
  'sending-held',
  'restraint-scope',
  'restraint-ended',
  'restraint-implied',
  'end-in-the-past',
  'no-address',
  'was-published',
  'never-published',
  'scenario-problems',
  'unavailable',
  'unauthenticated',
  'forbidden',
  'foreign-origin',
  'unknown-host',
  'too-large',
  'bad-json',
  'bad-media-type',
  'bad-address',
  'no-file',
  'unexpected',
] as const
export type Refusal = (typeof refusals)[number]

/** A place of the request or document, and what is wrong there. */
export interface Fault {
  readonly path: string
  readonly message: string
  /** Stable, where the fault has one of its own. */
  readonly code?: string
}

/** An operation that changed nothing, and why. `values` fill the words; `errors` locate the faults. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: Refusal
  readonly values: Readonly<Record<string, string | number>>
  readonly errors: readonly Fault[]

  constructor(
    code: Refusal,
    {
      values = {},
      errors = [],
    }: { values?: Readonly<Record<string, string | number>>; errors?: readonly Fault[] } = {},
  ) {
    super(code)
    this.code = code
    this.values = values
    this.errors = errors
  }
}
