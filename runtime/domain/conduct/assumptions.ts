import type { Medium } from '@relance/sdk/define-node'
import type { Segment } from '@relance/sdk/facts'

/**
 * What a simulation takes for granted of customers and costs. The delays come from each customer's own history; how people answer a
 * reminder cannot be read off a ledger, so it is said here, in the open, for the finance director to change.
 */
export interface Assumptions {
  /** The same seed draws the same customers' conduct, whatever the scenario and however many threads. */
  readonly seed: number
  /** Days after the due date and their spread, for a segment of which the ledger tells too little. */
  readonly usual: Readonly<Record<Segment, Delay>>
  /** By medium: the share (0 to 1) of contacts that bring a payment forward. */
  readonly response: Readonly<Record<Medium, number>>
  /** A payment that is brought forward comes at most that many days after the contact. */
  readonly responseDays: number
  /** Minor units a contact costs. */
  readonly cost: Readonly<Record<Medium, number>>
}

export interface Delay {
  readonly mean: number
  readonly deviation: number
}

/**
 * Where to start from. Unit costs: a letter at the rate of a tracked business letter with its printing, ten minutes of a collector for
 * a call. Responses are a guess to be replaced by one's own experience, not a measurement.
 */
export const usualAssumptions: Assumptions = {
  seed: 2026,
  usual: {
    tpe: { mean: 14, deviation: 16 },
    pme: { mean: 12, deviation: 14 },
    eti: { mean: 10, deviation: 12 },
    'key-account': { mean: 9, deviation: 10 },
  },
  response: { email: 0.12, sms: 0.1, letter: 0.2, voice: 0.08, call: 0.3 },
  responseDays: 6,
  cost: { email: 2, sms: 9, letter: 280, voice: 15, call: 650 },
}
