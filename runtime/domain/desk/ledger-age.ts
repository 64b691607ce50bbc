import { daysBetween } from '../ageing/days-between.ts'

interface LedgerAge {
  /** Most days that the last statement may be old; null: its age does not matter. */
  readonly limit: number | null
  /** Day of the last statement, `YYYY-MM-DD`; null where there was none. */
  readonly updatedOn: string | null
  readonly today: string
}

/** Whether a ledger is too old to remind by: who has paid since would be written to. */
export function isLedgerStale({ limit, updatedOn, today }: LedgerAge): boolean {
  if (limit === null) return false
  return updatedOn === null || daysBetween(updatedOn, today) > limit
}
