import type { HolidayCalendar } from '../domain/calendar/holiday-calendar.ts'
import { type Ask, groupOf } from '../domain/desk/ask.ts'
import { decide } from '../domain/desk/decide.ts'

interface Place {
  /** The debtor's id. */
  readonly debtor: string
  readonly zone: string
  readonly holidays: HolidayCalendar
}

interface Planned {
  readonly group: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** The contact desk of a debtor in virtual time: what the files ask for, and when the next message leaves. */
export class SimulatedDesk<File> {
  lastContactAt: string | null = null
  readonly #place: Place
  readonly #asks = new Map<File, Ask>()
  #plan: readonly Planned[] | null = []
  #now = ''

  constructor(place: Place) {
    this.#place = place
  }

  /** Takes what a file asks for, or that it asks for nothing any more. `now` is ISO. */
  hear(file: File, { ask, now }: { ask: Ask | null; now: string }): void {
    if (ask?.key === this.#asks.get(file)?.key) return
    this.#asks.delete(file)
    if (ask !== null) this.#asks.set(file, ask)
    this.#replan(now)
  }

  isAsked(file: File): boolean {
    return this.#asks.has(file)
  }

  /** The message that leaves first, or null. */
  next(): Planned | null {
    this.#plan ??= this.#decide()
    return this.#plan.reduce<Planned | null>((first, plan) => (first && first.at <= plan.at ? first : plan), null)
  }

  /** Lets a message leave; answers the files that it spoke for. */
  send({ group, at }: Planned): { readonly file: File; readonly at: string }[] {
    const spokenFor = [...this.#asks].filter(([, ask]) => groupOf(ask) === group).map(([file]) => file)
    for (const file of spokenFor) this.#asks.delete(file)
    this.lastContactAt = new Date(at).toISOString()
    this.#replan(this.lastContactAt)
    return spokenFor.map((file) => ({ file, at: this.lastContactAt! }))
  }

  #replan(now: string): void {
    this.#now = now
    this.#plan = null
  }

  #decide(): Planned[] {
    const asks = [...this.#asks.values()]
    const planned = decide({ asks, lastContactAt: this.lastContactAt, now: this.#now, ...this.#place })
    return planned.map(({ group, plannedAt }) => ({ group, at: Date.parse(plannedAt) }))
  }
}
