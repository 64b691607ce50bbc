/** Bounds of one request. */
export const limits = {
  bodyMegabytes: 6,
  fileMegabytes: 200,
  /** Fields beside the file of a multipart body. */
  fields: 10,
  fieldBytes: 1_000,
  /** Nesting of a JSON body; a drawn scenario needs about ten. */
  depth: 64,
  /** Faults listed in one answer. */
  faults: 50,
  /** Rows of one table. */
  rows: 100_000,
} as const
