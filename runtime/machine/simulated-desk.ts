import type { HolidayCalendar } from '../domain/calendar/holiday-calendar.ts'
import { type Ask, groupOf } from '../domain/desk/ask.ts'
import { decide } from '../domain/desk/decide.ts'
import type { DeskReason } from '../domain/desk/slot-for.ts'

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

/** How a message came to leave when it did. Instants are ISO. */
export interface Contacted {
  readonly at: string
  readonly asked: string
  /** Why it did not leave when it was asked for; null when it did. */
  readonly reason: DeskReason | null
  readonly lastContactAt: string | null
}

interface Waiting extends Omit<Contacted, 'at'> {
  readonly ask: Ask
}

/** The contact desk of a debtor in virtual time: what the files ask for, and when the next message leaves. */
export class SimulatedDesk<File> {
  lastContactAt: string | null = null
  readonly #place: Place
  readonly #asks = new Map<File, Waiting>()
  #plan: readonly Planned[] | null = []
  #now = ''

  constructor(place: Place) {
    this.#place = place
  }

  /** Takes what a file asks for, or that it asks for nothing any more. `now` is ISO. */
  hear(file: File, { ask, now }: { ask: Ask | null; now: string }): void {
    if (ask?.key === this.#asks.get(file)?.ask.key) return
    this.#asks.delete(file)
    if (ask !== null) this.#asks.set(file, { ask, asked: now, reason: null, lastContactAt: null })
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
  send({ group, at: instant }: Planned): ({ readonly file: File } & Contacted)[] {
    const spokenFor = [...this.#asks].filter(([, { ask }]) => groupOf(ask) === group)
    for (const [file] of spokenFor) this.#asks.delete(file)
    const at = new Date(instant).toISOString()
    this.lastContactAt = at
    this.#replan(at)
    return spokenFor.map(([file, { ask: _, ...waited }]) => ({ file, at, ...waited }))
  }

  #replan(now: string): void {
    this.#now = now
    this.#plan = null
  }

  #decide(): Planned[] {
    const asks = [...this.#asks.values()].map(({ ask }) => ask)
    const planned = decide({ asks, lastContactAt: this.lastContactAt, now: this.#now, ...this.#place })
    for (const { group, reason } of planned) if (reason !== null) this.#explain(group, reason)
    return planned.map(({ group, plannedAt }) => ({ group, at: Date.parse(plannedAt) }))
  }

  /** The first reason stays: what is planned anew was put off already. */
  #explain(group: string, reason: DeskReason): void {
    for (const [file, waiting] of this.#asks) {
      if (waiting.reason !== null || groupOf(waiting.ask) !== group) continue
      this.#asks.set(file, { ...waiting, reason, lastContactAt: this.lastContactAt })
    }
  }
}
