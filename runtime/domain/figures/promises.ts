import { type Rate, share } from './rates.ts'

export type PromiseState = 'pending' | 'kept' | 'broken'

/**
 * A promise is kept when paid in full on or before its date (dates `YYYY-MM-DD` in the entity's zone, amounts in minor units);
 * it is pending until the end of that day.
 */
export function promiseState(
  promise: { readonly amount: number; readonly date: string },
  known: { payments: readonly { readonly amount: number; readonly date: string }[]; at: string },
): PromiseState {
  const inTime = known.payments.filter(({ date }) => date <= promise.date)
  if (inTime.reduce((total, { amount }) => total + amount, 0) >= promise.amount) return 'kept'
  return known.at > promise.date ? 'broken' : 'pending'
}

/** Promise kept rate: kept / (kept + broken); pending and cancelled promises do not count. Null before any has ended. */
export function promiseKeptRate(
  promises: readonly { readonly amount: number; readonly state: PromiseState | 'cancelled' }[],
): Rate | null {
  const ended = promises.filter(({ state }) => state === 'kept' || state === 'broken')
  if (ended.length === 0) return null
  const kept = ended.filter(({ state }) => state === 'kept')
  const total = (list: typeof ended) => list.reduce((amount, promise) => amount + promise.amount, 0)
  return { byAmount: share(total(kept), total(ended)), byCount: share(kept.length, ended.length) }
}
