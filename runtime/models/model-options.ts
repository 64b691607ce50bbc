/**
 * Shared schema options: natural string ids, no version key, writes acknowledged by the server, indexes built by
 * `ensureIndexes` at start and never behind a request.
 */
export const modelOptions = {
  versionKey: false,
  autoIndex: false,
  autoCreate: false,
  minimize: false,
  id: false,
} as const
