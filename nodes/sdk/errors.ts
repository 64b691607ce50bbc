/** Thrown by a node's author: the same call would fail again, so it is not retried and the file is parked. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError'
}

/** A document, setting or template that cannot be used; `path` locates the place, e.g. `nodes.3.settings.days`. */
export class InvalidDocumentError extends Error {
  override readonly name = 'InvalidDocumentError'
  readonly path: string
  constructor(message: string, options: { path: string }) {
    super(message)
    this.path = options.path
  }
}
