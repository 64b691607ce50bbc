/** Why an edit was not made; keys of the catalogue of words. */
export type RefusalCode =
  | 'unknown-node'
  | 'unknown-note'
  | 'locked'
  | 'duplicate-id'
  | 'too-many-nodes'
  | 'too-many-edges'
  | 'too-many-notes'
  | 'invalid-value'
  | 'nothing-to-do'

/** Thrown inside a command: the document stays as it was. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}
