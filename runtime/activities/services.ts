import type { NodeEffect } from '@relance/sdk/define-effect'
import type { Registry } from '@relance/sdk/registry'
import type { Channel } from '../channels/channel.ts'
import type { MomentQuery, ResolvedMoment } from '../domain/calendar/resolve-moment.ts'
import type { AnswerSignal, DeskRequest, HappenSignal } from '../workflows/protocol.ts'
import type { ScenarioStore } from './scenario-store.ts'

/** What activities need from outside the database; tests bring their own. */
export interface Services {
  readonly now: () => Date
  readonly registry: Registry
  readonly effects: ReadonlyMap<string, NodeEffect>
  readonly scenarios: ScenarioStore
  readonly email: Channel
  readonly signals: Signals
  /** When a wait ends; in a trial run days are shorter. */
  readonly resolveMoment: (query: MomentQuery) => ResolvedMoment
  /** How long an automatic message waits for the debtor's other invoices that fall due at the same time, in ms. */
  readonly gatherFor: number
  /** Age (ms) from which an unfinished claim is nobody's any more: longer than any send can take. */
  readonly claimLimit: number
  readonly log: Log
}

/** Signals from activities to workflows. An absent workflow is no error: nobody waits there. */
export interface Signals {
  readonly answer: (item: string, signal: AnswerSignal) => Promise<unknown>
  readonly happen: (item: string, signal: HappenSignal) => Promise<unknown>
  /** Starts the debtor's desk if it has gone home. */
  readonly request: (debtor: string, request: DeskRequest) => Promise<void>
  /** Has a running or new desk look again at its open messages. */
  readonly recheck: (debtor: string) => Promise<void>
}

/** No personal data in `fields`. */
export interface Log {
  readonly info: (fields: Readonly<Record<string, unknown>>, text: string) => void
  readonly warn: (fields: Readonly<Record<string, unknown>>, text: string) => void
}
