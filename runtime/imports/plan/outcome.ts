import type { Changes } from '../ledger.ts'
import type { Reject } from '../rows/reject.ts'

/** What a batch of valid lines comes to, given what the ledger holds. */
export interface Outcome {
  readonly changes: Changes
  readonly rejects: readonly Reject[]
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  /** Items touched with their open amount afterwards. */
  readonly open: readonly { readonly id: string; readonly amount: number; readonly currency: string }[]
  /** Invoices that may have to be reminded of: new or reopened. */
  readonly enrol: readonly string[]
}

/** Collects an outcome line by line. */
export class OutcomeBuilder {
  readonly changes: { -readonly [K in keyof Changes]: Changes[K][number][] } = {
    newDebtors: [],
    debtors: [],
    newItems: [],
    items: [],
    balances: [],
    payments: [],
  }
  readonly rejects: Reject[] = []
  readonly open: Outcome['open'][number][] = []
  readonly enrol: string[] = []
  created = 0
  changed = 0
  unchanged = 0

  reject(line: number, code: Reject['faults'][number]['code'], values: Reject['faults'][number]['values']): void {
    this.rejects.push({ line, faults: [{ code, values }] })
  }
}

/** The entries of `wanted` that differ from what is known; null when nothing does. */
export function differences<T extends object>(known: T, wanted: Partial<T>): Partial<T> | null {
  const entries = Object.entries(wanted).filter(([field, value]) => !same(known[field as keyof T], value))
  return entries.length === 0 ? null : (Object.fromEntries(entries) as Partial<T>)
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
