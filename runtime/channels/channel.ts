import type { Medium } from '@relance/sdk/define-node'

/** What leaves, complete: a channel adds nothing of its own. */
export interface Outgoing {
  /** Stable over attempts; the provider gets it wherever it can deduplicate. */
  readonly key: string
  readonly from: Party
  readonly replyTo?: Party
  readonly to: Party
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly date: Date
  readonly headers?: Readonly<Record<string, string>>
}

export interface Party {
  readonly name: string
  readonly address: string
}

export type Delivery =
  | { readonly result: 'sent'; readonly providerId: string }
  /** The last look said no: nothing has left. */
  | { readonly result: 'withheld' }
  /** Nothing has left; `retry` tells whether the same message may pass later. */
  | { readonly result: 'refused'; readonly retry: boolean; readonly reason: string }
  /** It was on its way when the line broke: nobody knows, so nobody may send it again unasked. */
  | { readonly result: 'uncertain'; readonly reason: string }

export interface SendOptions {
  /**
   * Asked once, when the provider is ready to take the content and nothing else can delay it. Only a true answer lets the
   * content go; an error counts as no and is thrown on.
   */
  readonly lastLook: () => Promise<boolean>
}

/** A way to reach people. Every implementation passes `channelContract`. */
export interface Channel {
  readonly medium: Medium
  /** Never throws for the provider's faults: they are results. */
  readonly send: (message: Outgoing, options: SendOptions) => Promise<Delivery>
  /** Lets what is under way end and closes every connection. */
  readonly close: () => Promise<void>
}
