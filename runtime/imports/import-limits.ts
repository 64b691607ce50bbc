/** Bounds of a file at the door; beyond them it is refused as a whole. */
export interface ImportLimits {
  readonly bytes: number
  /** Bytes between two line ends. */
  readonly lineBytes: number
  readonly columns: number
  readonly rows: number
  /** Rejected lines kept in the report; the others are counted. */
  readonly rejects: number
}

export const usualLimits: ImportLimits = {
  bytes: 256 * 1024 * 1024,
  lineBytes: 64 * 1024,
  columns: 200,
  rows: 1_000_000,
  rejects: 10_000,
}
