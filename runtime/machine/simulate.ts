import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { Temporal } from 'temporal-polyfill'
import { contactSlot } from '../domain/calendar/contact-slot.ts'
import type { HolidayCalendar } from '../domain/calendar/holiday-calendar.ts'
import { resolveMoment } from '../domain/calendar/resolve-moment.ts'
import { describe, type End, metaOf, pending } from './describe.ts'
import { factsOf, type SimulatedCourse, type SimulatedFile } from './simulated-file.ts'
import { type Stepped, start, step } from './step.ts'
import { type Trace, type TraceEntry, traceOf } from './trace.ts'
import type { CompiledScenario, Effect, MachineEvent, MachineState } from './types.ts'
import { type DatedHappening, happeningsOf, type WhatIf } from './what-if.ts'

/**
 * The host in virtual time: the same step as production, with a clock that jumps. Nothing is read and nothing is sent, so it
 * runs in a browser, a worker thread or a terminal.
 */
export interface SimulationQuery {
  readonly compiled: CompiledScenario
  readonly policy: ScenarioPolicy
  readonly file: SimulatedFile
  /** IANA name. */
  readonly zone: string
  readonly holidays: HolidayCalendar
  /** When the file is enrolled, ISO. */
  readonly from: string
  /** Nothing later is told, ISO. */
  readonly until: string
  readonly whatIf: WhatIf
}

export interface Simulation {
  readonly trace: Trace
  /** `over`: no step left, still unpaid. `running`: the time asked for ran out. `waiting`: held, or parked for a person. */
  readonly end: End | 'over' | 'waiting' | 'running'
}

/** Far more steps than a scenario of a thousand nodes takes in ten years. */
const mostSteps = 100_000

/** Lives one file through. */
export function simulate(query: SimulationQuery): Simulation {
  const life = new SimulatedLife(query)
  for (let steps = 0; steps < mostSteps; steps++) {
    if (!life.goOn()) break
  }
  return { trace: life.trace, end: life.end() }
}

interface Due {
  readonly at: string
  readonly event: MachineEvent
}

class SimulatedLife {
  readonly trace: TraceEntry[] = []
  readonly #query: SimulationQuery
  #ahead: DatedHappening[]
  #now: string
  #paidAt: string | null = null
  #course: SimulatedCourse = { reminders: 0, lastContactAt: null, lastOutcome: '' }
  #state: MachineState
  #cut = false

  constructor(query: SimulationQuery) {
    const { compiled, from, file, zone, whatIf } = query
    const happenings = happeningsOf(whatIf, { dueDate: file.invoice.dueDate, zone })
    const happened = happenings.filter(({ at }) => Date.parse(at) <= Date.parse(from))
    this.#query = query
    this.#now = from
    this.#ahead = happenings.slice(happened.length)
    this.#paidAt = happened.find(({ happening }) => happening.type === 'PAID')?.at ?? null
    const opened = start(compiled, { happened: happened.map(({ happening }) => happening) })
    this.#state = opened.state
    this.#record(null, null, opened)
  }

  /** Takes the next event in time; false when there is none within the time asked for. */
  goOn(): boolean {
    const due = this.#next()
    if (!due) return false
    if (Date.parse(due.at) > Date.parse(this.#query.until)) {
      this.#cut = true
      return false
    }
    this.#now = later(this.#now, due.at)
    this.#note(due.event)
    const before = this.#state
    const stepped = step(this.#query.compiled, before, due.event)
    this.#state = stepped.state
    this.#record(due.event, before, stepped)
    return true
  }

  end(): Simulation['end'] {
    const { ended, phase } = describe(this.#state)
    if (ended) return ended
    if (phase === 'over') return 'over'
    return this.#cut ? 'running' : 'waiting'
  }

  #next(): Due | undefined {
    const effect = pending(this.#query.compiled, this.#state)
    const answer = effect ? this.#answer(effect) : undefined
    const [first] = this.#ahead
    if (!first || (answer && Date.parse(answer.at) < Date.parse(first.at))) return answer
    this.#ahead = this.#ahead.slice(1)
    return { at: first.at, event: first.happening }
  }

  #answer(effect: Effect): Due | undefined {
    const now = this.#now
    switch (effect.type) {
      case 'date': {
        const { node, visit, moment, catchingUp, since } = effect
        const resolved = resolveMoment({
          ...this.#calendar(),
          moment,
          catchingUp,
          since,
          now,
          anchors: this.#anchors(),
        })
        return { at: now, event: { type: 'DATED', node, visit, ...resolved } }
      }
      case 'sleep':
        return { at: effect.until, event: { type: 'WOKEN', node: effect.node, visit: effect.visit } }
      case 'facts': {
        const facts = factsOf(this.#query.file, { now, zone: this.#query.zone, course: this.#course })
        return { at: now, event: { type: 'FACTS', node: effect.node, visit: effect.visit, facts } }
      }
      case 'act': {
        const { medium, usual = '' } = metaOf(this.#query.compiled, effect.node) ?? {}
        const at = medium ? contactSlot({ ...this.#calendar(), now }) : now
        return { at, event: { type: 'OUTCOME', node: effect.node, visit: effect.visit, port: usual } }
      }
      default:
        return undefined
    }
  }

  #calendar() {
    const { policy, zone, holidays, file } = this.#query
    const { catchUp, minimumContactDelay, contactHours: hours } = policy
    const lastContactAt = this.#course.lastContactAt
    return { zone, holidays, hours, catchUp, minimumContactDelay, lastContactAt, spreadKey: file.debtor.id }
  }

  #anchors() {
    const { dueDate, issueDate } = this.#query.file.invoice
    const paymentDate = this.#paidAt
      ? Temporal.Instant.from(this.#paidAt).toZonedDateTimeISO(this.#query.zone).toPlainDate().toString()
      : null
    return { dueDate, issueDate, paymentDate, reached: this.#now }
  }

  #note(event: MachineEvent): void {
    if (event.type === 'PAID') this.#paidAt = this.#now
    if (event.type !== 'OUTCOME') return
    const { medium } = metaOf(this.#query.compiled, event.node) ?? {}
    const { reminders, lastContactAt } = this.#course
    this.#course = {
      reminders: reminders + (medium ? 1 : 0),
      lastContactAt: medium ? this.#now : lastContactAt,
      lastOutcome: event.port,
    }
  }

  #record(event: MachineEvent | null, before: MachineState | null, stepped: Stepped): void {
    this.trace.push(...traceOf({ at: this.#now, event, before, stepped }))
  }
}

function later(a: string, b: string): string {
  return Date.parse(a) >= Date.parse(b) ? a : b
}
