import { Temporal } from 'temporal-polyfill'
import { resolveMoment, wishedDay } from '../domain/calendar/resolve-moment.ts'
import { type TookOver, takeOver } from '../domain/calendar/took-over.ts'
import type { Ask } from '../domain/desk/ask.ts'
import { canCarry } from './contacts-ahead.ts'
import { type Delay, DelayLog } from './delay-log.ts'
import { describe, isHeld, metaOf, pending } from './describe.ts'
import type { Contacted, SimulatedDesk } from './simulated-desk.ts'
import { accountOf, factsOf, type SimulatedCourse, type SimulatedFile } from './simulated-file.ts'
import type { AccountQuery, FileQuery, Simulation } from './simulation.ts'
import { type Stepped, start, step } from './step.ts'
import { type TraceEntry, traceOf } from './trace.ts'
import type { Effect, Happening, MachineEvent, MachineState } from './types.ts'
import { type DatedHappening, happeningsOf } from './what-if.ts'

interface Surroundings extends AccountQuery {
  readonly desk: SimulatedDesk<SimulatedLife>
  /** All files of the account. */
  readonly lives: () => readonly SimulatedLife[]
  /** Whether another file carries the account of one that is being opened. */
  readonly isCarried: (opening: SimulatedLife) => boolean
}

type Act = Extract<Effect, { type: 'act' }>

/** One file in virtual time. Instants are ISO, `at` is in milliseconds since the epoch. */
export class SimulatedLife {
  readonly trace: TraceEntry[] = []
  readonly file: SimulatedFile
  /** Null when only the desk, or nobody, can move it on. */
  at: number | null
  isPaid = false
  readonly #query: Surroundings
  readonly #happened: readonly Happening[]
  readonly #log: DelayLog
  #ahead: DatedHappening[]
  #now: string
  #paidAt: string | null = null
  #course: SimulatedCourse = { reminders: 0, lastContactAt: null, lastOutcome: '' }
  #state: MachineState | null = null
  #reached = ''
  #tookOver: TookOver | null = null
  #listedAt: string | null = null

  constructor({ file, from, whatIf }: FileQuery, query: Surroundings) {
    const happenings = happeningsOf(whatIf, { dueDate: file.invoice.dueDate, zone: query.zone })
    const happened = happenings.filter(({ at }) => Date.parse(at) <= Date.parse(from))
    this.file = file
    this.at = Date.parse(from)
    this.#query = query
    this.#log = new DelayLog({ ...query, hours: query.policy.contactHours })
    this.#now = from
    this.#happened = happened.map(({ happening }) => happening)
    this.#ahead = happenings.slice(happened.length)
    for (const { at, happening } of happened) this.#note(happening, at)
  }

  /** Opens the file, or takes the next event in time. */
  goOn(): void {
    if (this.#state === null) {
      const isCarried = this.#query.isCarried(this)
      const happened = isCarried ? [...this.#happened, { type: 'CARRIED' } as const] : this.#happened
      const opened = start(this.#query.compiled, { happened })
      this.#state = opened.state
      this.#reached = this.#now
      this.#record(null, null, opened)
    } else this.#feed(this.#next()!)
    this.#settle()
  }

  get canCarry(): boolean {
    return this.#state !== null && canCarry(this.#query.compiled, this.#state)
  }

  get isCarried(): boolean {
    return this.#state?.context.carried ?? false
  }

  /** Whether a contact of its course is asked for. */
  get isSpeaking(): boolean {
    return this.#state !== null && this.#ask()?.phase === 'course'
  }

  /** The reminder of another one lists it as overdue. */
  list(at: string): void {
    this.#listedAt = at
  }

  standAside(now: string): void {
    const { node, visit } = this.#state!.context
    if (!this.isCarried) this.#feed({ at: now, event: { type: 'CARRIED' } })
    this.#feed({ at: now, event: { type: 'WITHHELD', node, visit } })
    this.#settle()
  }

  takeOver(now: string): void {
    if (describe(this.#state!).phase === 'due') {
      const { until } = this.#state!.context
      const times = { now: Date.parse(now), reached: Date.parse(this.#reached), until: Date.parse(until ?? '') }
      this.#tookOver = takeOver({ ...times, before: this.#tookOver })
    }
    this.#feed({ at: now, event: { type: 'TAKES_OVER' } })
    this.#settle()
  }

  /** The message has left that it asked for. */
  contacted(contact: Contacted): void {
    const effect = this.#pending()
    if (effect?.type === 'act') {
      this.#log.contacted(effect.node, contact)
      this.#feed({ at: contact.at, event: this.#outcomeOf(effect) })
    }
    this.#settle()
  }

  get delays(): readonly Delay[] {
    return this.#log.delays
  }

  end(isAsking: boolean): Simulation['end'] {
    if (this.#state === null) return 'running'
    const { ended, phase } = describe(this.#state)
    if (ended) return ended
    if (phase === 'over') return 'over'
    return this.at !== null || isAsking ? 'running' : 'waiting'
  }

  #feed({ at, event }: { at: string; event: MachineEvent }): void {
    this.#now = Date.parse(at) > Date.parse(this.#now) ? at : this.#now
    this.#note(event, this.#now)
    const before = this.#state!
    const stepped = step(this.#query.compiled, before, event)
    this.#state = stepped.state
    const hasCaughtUp = event.type === 'DATED' && !stepped.state.context.catchingUp
    if (hasCaughtUp && this.#tookOver) this.#tookOver = { ...this.#tookOver, isCatchingUp: false }
    if (stepped.state.context.visit !== before.context.visit) this.#reached = this.#now
    this.#record(event, before, stepped)
  }

  /** Answers what can be answered at once, tells the desk what it wishes, and says when it goes on. */
  #settle(): void {
    for (let answer = this.#answer(); answer !== null; answer = this.#answer()) {
      this.#feed({ at: this.#now, event: answer })
    }
    this.#noteHold()
    this.#query.desk.hear(this, { ask: this.#ask(), now: this.#now })
    const next = this.#next()
    this.at = next === null ? null : Date.parse(next.at)
  }

  /** The first thing that happens to it, else its waking. */
  #next(): { readonly at: string; readonly event: MachineEvent } | null {
    const effect = this.#pending()
    const [first] = this.#ahead
    const wakesFirst = effect?.type === 'sleep' && (!first || Date.parse(effect.until) < Date.parse(first.at))
    if (wakesFirst) {
      return { at: effect.until, event: { type: 'WOKEN', node: effect.node, visit: effect.visit } }
    }
    return first ? { at: first.at, event: first.happening } : null
  }

  #pending(): Effect | null {
    return this.#state === null ? null : pending(this.#query.compiled, this.#state)
  }

  #answer(): MachineEvent | null {
    const effect = this.#pending()
    switch (effect?.type) {
      case 'date': {
        const { node, visit } = effect
        return { type: 'DATED', node, visit, ...this.#resolve(effect) }
      }
      case 'facts':
        return { type: 'FACTS', node: effect.node, visit: effect.visit, facts: this.#facts() }
      case 'act':
        return this.#contactOf(effect) ? null : this.#outcomeOf(effect)
      default:
        return null
    }
  }

  #resolve({ node, moment, catchingUp, ...asked }: Extract<Effect, { type: 'date' }>) {
    const { compiled, policy, zone, holidays, desk } = this.#query
    const { catchUp, reanchor, minimumContactDelay, contactHours: hours } = policy
    const previous = this.#state!.context.until
    const isUndated = metaOf(compiled, node)?.shape === 'act' && this.#tookOver?.isCatchingUp === true
    const since = asked.since ?? (isUndated ? this.#reached : undefined)
    const turn = { reanchor, previous, tookOver: this.#tookOver, listedAt: this.#listedAt }
    const anchors = this.#anchors()
    const resolved = resolveMoment({
      ...{ ...turn, moment, catchingUp, since, now: this.#now, anchors },
      ...{ zone, holidays, hours, catchUp, minimumContactDelay, spreadKey: this.file.debtor.id },
      lastContactAt: desk.lastContactAt,
    })
    if (!resolved.past && since === undefined) {
      const wished = wishedDay({ ...turn, moment, catchingUp, anchors, zone, holidays }).toString()
      this.#log.dated(node, { wished, at: resolved.at, now: this.#now })
    }
    return resolved
  }

  #noteHold(): void {
    const { node, phase, standing } = describe(this.#state!)
    const isAct = phase === 'due' || phase === 'doing'
    const isStopped = node !== null && isAct && standing !== 'free' && isHeld(this.#state!, this.#query.policy)
    this.#log.holds(isStopped ? { node, reason: standing } : null, { node, now: this.#now })
  }

  #facts() {
    const { zone, lives, others } = this.#query
    const account = (today: string) => accountOf(this.file, { today, lives: lives(), others })
    return factsOf({ account, ...this.file }, { now: this.#now, zone, course: this.#course, isPaid: this.isPaid })
  }

  #anchors() {
    const { dueDate, issueDate } = this.file.invoice
    const paymentDate = this.#paidAt
      ? Temporal.Instant.from(this.#paidAt).toZonedDateTimeISO(this.#query.zone).toPlainDate().toString()
      : null
    return { dueDate, issueDate, paymentDate, reached: this.#now }
  }

  #contactOf({ node }: Act) {
    return metaOf(this.#query.compiled, node)?.contact
  }

  #outcomeOf({ node, visit }: Act): MachineEvent {
    return { type: 'OUTCOME', node, visit, port: metaOf(this.#query.compiled, node)?.usual ?? '' }
  }

  /** What it wants of the desk. A step that is held is given back by the last look and asked for again once it is free. */
  #ask(): Ask | null {
    const effect = this.#pending()
    const contact = effect?.type === 'act' ? this.#contactOf(effect) : undefined
    if (effect?.type !== 'act' || !contact || isHeld(this.#state!, this.#query.policy)) return null
    const { medium, role, level, legal } = contact
    const { minimumContactDelay, contactHours } = this.#query.policy
    const { number, currency } = this.file.invoice
    return {
      ...{ key: `${number}/${effect.node}/${effect.visit}`, round: 0, item: number },
      phase: describe(this.#state!).paid ? 'thanks' : 'course',
      ...{ medium, role, level, legal, minimumContactDelay, contactHours, currency },
      ...{ address: '', language: this.file.debtor.language, template: '', confirmation: 'automatic' },
    }
  }

  #note(event: MachineEvent, at: string): void {
    if (event === this.#ahead[0]?.happening) this.#ahead = this.#ahead.slice(1)
    if (event.type === 'PAID') {
      this.#paidAt = at
      this.isPaid = true
    }
    if (event.type !== 'OUTCOME') return
    const isContact = metaOf(this.#query.compiled, event.node)?.contact !== undefined
    const { reminders, lastContactAt } = this.#course
    this.#course = {
      reminders: reminders + (isContact ? 1 : 0),
      lastContactAt: isContact ? at : lastContactAt,
      lastOutcome: event.port,
    }
  }

  #record(event: MachineEvent | null, before: MachineState | null, stepped: Stepped): void {
    this.trace.push(...traceOf({ at: this.#now, event, before, stepped }))
  }
}
