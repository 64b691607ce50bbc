import { daysBetween } from './days-between.ts'

export interface OpenItem {
  /** `YYYY-MM-DD`. */
  readonly dueDate: string
  /** Minor units of one currency; credit notes and unmatched cash are negative. */
  readonly open: number
}

export interface AgedBucket {
  /** `not-due`, `1-30` … `90+`. */
  readonly key: string
  readonly amount: number
  readonly count: number
}

/** Usual edges of the French aged balance (balance âgée), in days past due. */
export const usualEdges = [30, 60, 90] as const

/** Keys of the buckets between `edges`, e.g. `not-due`, `1-30`, `31-60`, `61-90`, `90+`. */
export function bucketKeys(edges: readonly number[] = usualEdges): string[] {
  const between = edges.map((edge, index) => `${(edges[index - 1] ?? 0) + 1}-${edge}`)
  return ['not-due', ...between, `${edges.at(-1) ?? 0}+`]
}

/** Open amounts by age past the due date at the day `at`; the day it falls due an item is not late. */
export function agedBalance(
  items: Iterable<OpenItem>,
  options: { at: string; edges?: readonly number[] },
): AgedBucket[] {
  const edges = options.edges ?? usualEdges
  const buckets = bucketKeys(edges).map((key) => ({ key, amount: 0, count: 0 }))
  for (const item of items) {
    if (item.open === 0) continue
    const bucket = buckets[bucketOf(daysBetween(item.dueDate, options.at), edges)]!
    bucket.amount += item.open
    bucket.count += 1
  }
  return buckets
}

function bucketOf(daysLate: number, edges: readonly number[]): number {
  if (daysLate <= 0) return 0
  const index = edges.findIndex((edge) => daysLate <= edge)
  return index === -1 ? edges.length + 1 : index + 1
}
