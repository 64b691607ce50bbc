import type { ScenarioPolicy } from '@relance/sdk/scenario-document'

const day = 86_400_000

/**
 * What an invoice keeps of having taken over its account while a step of it stood aside (DOMAIN §3 rule 3).
 *
 * *Standard*: it goes on from where it stands, with the waits as they are drawn, as if it had fallen due later: its anchors move by
 * `days`, and the step at which it stood is dated `at`. *Contextual*: it goes to the step of its age. Until it has caught up, a wait
 * after a step counts from that step's date and not from now, and what a reminder has said since is not said again.
 */
export interface TookOver {
  readonly days: number
  /** Ms since the epoch; NaN before it ever did. */
  readonly at: number
  readonly isCatchingUp: boolean
}

export type Reanchoring = ScenarioPolicy['reanchor']

interface Taking {
  /** Instants in ms; `until` is the date that led to the step, NaN without one. */
  readonly now: number
  readonly reached: number
  readonly until: number
  readonly before: Pick<TookOver, 'days' | 'at'> | null
}

/** An invoice takes over at a step that stood aside. */
export function takeOver({ now, reached, until, before }: Taking): TookOver {
  const stood = until < reached ? until : reached
  const since = before !== null && before.at > stood ? before.at : stood
  const days = (before?.days ?? 0) + Math.max(0, Math.round((now - since) / day))
  return { days, at: now, isCatchingUp: true }
}
