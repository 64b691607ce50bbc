import { condition } from '@temporalio/workflow'

/** Rests until an absolute instant (ms since the epoch) or until `woken`; without an instant, until `woken`. */
export function rest(until: number | null, woken: () => boolean): Promise<unknown> {
  if (until === null) return condition(woken)
  const left = until - Date.now()
  return left > 0 ? condition(woken, left) : Promise.resolve()
}
