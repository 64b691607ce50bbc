import type { Contact } from '@relance/sdk/contact'
import type { Medium } from '@relance/sdk/define-node'
import type { Facts } from '@relance/sdk/facts'
import type { Moment } from '@relance/sdk/moment'

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
  /** Resolve a date; answered by DATED. */
  | ({ readonly type: 'date' } & DateQuestion & Place)
  /** Rest until an instant (ISO, UTC); answered by WOKEN. */
  | ({ readonly type: 'sleep'; readonly until: string } & Place)
  /** Read the facts of the file; answered by FACTS. */
  | ({ readonly type: 'facts' } & Place)
  /** Run the node's own effect; answered by OUTCOME or FAILED. */
  | ({ readonly type: 'act'; readonly kind: string; readonly settings: Readonly<Record<string, unknown>> } & Place)
  /** The course is over, or the act waits for a person. Needs no answer. */
  | { readonly type: 'ended'; readonly reason: string; readonly closes: boolean; readonly node: string }
  | ({ readonly type: 'parked'; readonly reason: string } & Place)
  /** A step passed over by catch-up or by a person. Needs no answer: it belongs on the timeline. */
  | { readonly type: 'skipped'; readonly node: string }

export interface DateQuestion {
  readonly moment: Moment
  /** The file is catching up: whatever lies before now is past, without grace. */
  readonly catchingUp: boolean
  /** Asks only whether this instant, the date of a step that was held, is past: answer it as `at`. */
  readonly since?: string
}

/** Answers to effects. */
export type Answer =
  | ({
      readonly type: 'DATED'
      readonly at: string
      /** More than the grace late when asked. */
      readonly past: boolean
      /** Past, and the reminder of another invoice has since listed this one as overdue: what was due then has been said. */
      readonly said?: boolean
    } & Place)
  | ({ readonly type: 'WOKEN' } & Place)
  | ({ readonly type: 'FACTS'; readonly facts: Facts } & Place)
  | ({ readonly type: 'OUTCOME'; readonly port: string } & Place)
  | ({ readonly type: 'FAILED'; readonly reason: string } & Place)
  /** The act was given back undone: it waits until nothing holds the file, and asks what became of its date. */
  | ({ readonly type: 'WITHHELD' } & Place)

/** What happens to a file from outside. */
export type Happening =
  | { readonly type: 'PAID' }
  | { readonly type: 'DISPUTED' }
  | { readonly type: 'DISPUTE_RESOLVED' }
  | { readonly type: 'PROMISED' }
  | { readonly type: 'PROMISE_ENDED' }
  | { readonly type: 'HELD' }
  | { readonly type: 'RELEASED' }
  /** Another invoice of the account carries its reminders; and the end of it. */
  | { readonly type: 'CARRIED' }
  | { readonly type: 'TAKES_OVER' }
  | { readonly type: 'CANCELLED'; readonly reason: string }
  | { readonly type: 'HANDED_OVER' }
  /** A person's decision on a parked step. */
  | ({ readonly type: 'RETRY' } & Place)
  | ({ readonly type: 'SKIP' } & Place)

export type MachineEvent = Answer | Happening

/** What a file remembers besides where it stands. */
export interface FileContext {
  /** The step entered last; empty before the first. */
  readonly node: string
  readonly visit: number
  readonly disputed: boolean
  readonly promised: boolean
  readonly held: boolean
  readonly carried: boolean
  readonly catchingUp: boolean
  /** While catching up: what was due on the last date met has been said. */
  readonly said: boolean
  /** The last act passed over while catching up. */
  readonly passed: string | null
  /** The instant that the last wait was dated to. */
  readonly until: string | null
  /** Acts done under an earlier version that this one must not repeat: each is passed over when it is met. */
  readonly spent?: readonly string[]
}

/** A file's state as plain JSON: survives storage and continue-as-new. */
export interface MachineState {
  readonly status: 'active' | 'done'
  readonly value: StateValue
  readonly context: FileContext
}

export type StateValue = string | { readonly [region: string]: StateValue | undefined }

/** A compiled scenario: an XState 5 statechart as plain JSON, with what hosts need beside it. */
export interface CompiledScenario {
  readonly id: string
  /** SHA-256 of the canonical document: the version that a file pins. */
  readonly hash: string
  readonly statechart: Readonly<Record<string, unknown>>
}

/** What a compiled step says of itself (`meta` of its state). */
export interface StepMeta {
  readonly kind: string
  readonly shape: 'act' | 'wait' | 'choose' | 'end'
  /** The outcome that a simulator assumes. */
  readonly usual?: string
  /** What reaches people, if anything. */
  readonly contact?: StepContact
}

export interface StepContact extends Contact {
  readonly medium: Medium
  /** The law wants it: it keeps no minimum delay. */
  readonly legal: boolean
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
  /** Place in the document, e.g. `nodes.3.settings.days`. */
  readonly path?: string
  readonly values?: Readonly<Record<string, string | number>>
}
