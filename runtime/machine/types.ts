import type { Facts } from '@relance/sdk/facts'
import type { Moment } from '@relance/sdk/moment'
import type { AnyMachineSnapshot } from 'xstate'

/**
 * The language between the pure step and its hosts.
 *
 * A host keeps a state, feeds it events one at a time, and carries out the effects that come back. Everything that takes
 * time is an effect; an effect ends as an event that repeats its node and visit, so that a late answer is ignored.
 */

/** Where an effect was asked for. `visit` counts entries over the whole course, so a node met twice differs. */
export interface Place {
  readonly node: string
  readonly visit: number
}

export type Effect =
  /** Resolve the date of a wait; answered by DATED. */
  | ({ readonly type: 'date'; readonly moment: Moment } & Place)
  /** Rest until an instant (ISO, UTC); answered by WOKEN. */
  | ({ readonly type: 'sleep'; readonly until: string } & Place)
  /** Read the facts of the file; answered by FACTS. */
  | ({ readonly type: 'facts' } & Place)
  /** Run the node's own effect; answered by OUTCOME or FAILED. */
  | ({ readonly type: 'act'; readonly kind: string; readonly settings: Readonly<Record<string, unknown>> } & Place)
  /** The course is over, or the act waits for a person. Needs no answer. */
  | { readonly type: 'ended'; readonly reason: string; readonly closes: boolean; readonly node: string }
  | ({ readonly type: 'parked'; readonly reason: string } & Place)
  /** A step passed over by catch-up. Needs no answer: it belongs on the timeline. */
  | { readonly type: 'skipped'; readonly node: string }

/** Answers to effects. */
export type Answer =
  | ({
      readonly type: 'DATED'
      readonly at: string /** More than the grace late when asked. */
      readonly past: boolean
    } & Place)
  | ({ readonly type: 'WOKEN' } & Place)
  | ({ readonly type: 'FACTS'; readonly facts: Facts } & Place)
  | ({ readonly type: 'OUTCOME'; readonly port: string } & Place)
  | ({ readonly type: 'FAILED'; readonly reason: string } & Place)

/** What happens to a file from outside. */
export type Happening =
  | { readonly type: 'PAID' }
  | { readonly type: 'DISPUTED' }
  | { readonly type: 'DISPUTE_RESOLVED' }
  | { readonly type: 'PROMISED' }
  | { readonly type: 'PROMISE_ENDED' }
  | { readonly type: 'HELD' }
  | { readonly type: 'RELEASED' }
  | { readonly type: 'CANCELLED'; readonly reason: string }
  | { readonly type: 'HANDED_OVER' }
  /** A person's decision on a parked step. */
  | ({ readonly type: 'RETRY' } & Place)
  | ({ readonly type: 'SKIP' } & Place)

export type MachineEvent = Answer | Happening

/** A file's state as plain JSON: survives storage and continue-as-new. */
export type MachineState = ReturnType<AnyMachineSnapshot['toJSON']>

/** A compiled scenario: an XState 5 statechart as plain JSON, with what hosts need beside it. */
export interface CompiledScenario {
  readonly id: string
  /** SHA-256 of the canonical document: the version that a file pins. */
  readonly hash: string
  readonly statechart: Readonly<Record<string, unknown>>
}

export const standings = ['free', 'disputed', 'promised', 'held'] as const
export type Standing = (typeof standings)[number]

/** Something wrong with a document, located where it can be mended. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  /** Stable, e.g. `loop-without-wait`; the catalogue of words is keyed by it. */
  readonly code: string
  readonly node?: string
  readonly edge?: { readonly source: string; readonly port: string }
  /** Place in the document for faults that have no node, e.g. `nodes.3.settings.days`. */
  readonly path?: string
  readonly values?: Readonly<Record<string, string | number>>
}
