import { Temporal } from 'temporal-polyfill'
import type { ContactCalendar } from '../domain/calendar/contact-hours.ts'
import { type MoveReason, whyMoved } from '../domain/calendar/why-moved.ts'
import type { Contacted } from './simulated-desk.ts'
import type { Standing } from './types.ts'

export type DelayReason = MoveReason | 'recent-contact' | Exclude<Standing, 'free'>

/** Why a step of a simulated file comes later than it was meant. */
export interface Delay {
  readonly node: string
  /** The day that was meant, `YYYY-MM-DD`. */
  readonly wished: string
  /** The instant that came of it (ISO). */
  readonly at: string
  readonly reason: DelayReason
  /** For `recent-contact`: when somebody was contacted last (ISO). */
  readonly lastContactAt?: string
}

interface Held {
  readonly node: string
  readonly reason: DelayReason
}

/** What comes later than it was meant in one simulated file, in order. Instants are ISO. */
export class DelayLog {
  readonly delays: Delay[] = []
  readonly #calendar: ContactCalendar
  #hold: (Held & { readonly since: string }) | null = null

  constructor(calendar: ContactCalendar) {
    this.#calendar = calendar
  }

  /** A wait for a day was given its instant. */
  dated(node: string, { wished, at, now }: { wished: string; at: string; now: string }): void {
    const reason = whyMoved({ ...this.#calendar, wished, at, now })
    if (reason !== null) this.delays.push({ node, wished, at, reason })
  }

  /** A message left. */
  contacted(node: string, { at, asked, reason, lastContactAt }: Contacted): void {
    if (reason === null) return
    const wished = this.#dayOf(asked)
    const why = whyMoved({ ...this.#calendar, wished, at, now: asked }) ?? reason
    if (reason === 'outside-hours') this.delays.push({ node, wished, at, reason: why })
    else this.delays.push({ node, wished, at, reason, ...(lastContactAt !== null && { lastContactAt }) })
  }

  /** Which act is held back now, if any; one that no longer is tells since when it was. */
  holds(held: Held | null, { node, now }: { node: string | null; now: string }): void {
    if (held !== null) {
      this.#hold ??= { ...held, since: now }
      return
    }
    if (this.#hold !== null && this.#hold.node === node) {
      const { since, reason } = this.#hold
      this.delays.push({ node, wished: this.#dayOf(since), at: now, reason })
    }
    this.#hold = null
  }

  #dayOf(instant: string): string {
    return Temporal.Instant.from(instant).toZonedDateTimeISO(this.#calendar.zone).toPlainDate().toString()
  }
}
