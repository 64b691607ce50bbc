import { condition } from '@temporalio/workflow'

/** Rests until an absolute instant (ms since the epoch) or until `woken`; without an instant, until `woken`. */
export async function rest(until: number | null, woken: () => boolean): Promise<void> {
  if (until === null) await condition(woken)
  else if (until > Date.now()) await condition(woken, until - Date.now())
}
