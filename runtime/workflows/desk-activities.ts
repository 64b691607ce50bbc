import type { DecideSignal, DeskRequest, PreparedMessage } from './protocol.ts'

/** What the contact desk asks of the worker. Messages live in their records; the workflow keeps what to do next and when. */
export interface DeskActivities {
  /** Merges requests into messages; answers every message of the debtor that is still open. */
  readonly prepareMessages: (ask: {
    readonly debtor: string
    readonly requests: readonly DeskRequest[]
  }) => Promise<readonly PreparedMessage[]>
  /** Looks once more at every open message: what was paid, disputed or mended meanwhile leaves, waits or goes on. */
  readonly recheckMessages: (ask: { readonly debtor: string }) => Promise<readonly PreparedMessage[]>
  /** Sends a message whose time has come; null once it is done with. */
  readonly deliver: (ask: { readonly debtor: string; readonly message: PreparedMessage }) => Promise<Next>
  /** Takes a person's word on a message. */
  readonly settleMessage: (ask: { readonly debtor: string; readonly decision: DecideSignal }) => Promise<Next>
  /** Gives up what cannot be done even by retrying, and tells the invoices why. */
  readonly giveUp: (ask: {
    readonly debtor: string
    readonly requests: readonly DeskRequest[]
    readonly message: string | null
    readonly reason: string
  }) => Promise<void>
}

/** The message as it now stands, or null once it was sent, cancelled or failed. */
export type Next = PreparedMessage | null
