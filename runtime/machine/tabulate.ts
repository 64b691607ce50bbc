import { type Condition, matches } from '@relance/sdk/condition'
import type { Facts } from '@relance/sdk/facts'
import type { Moment } from '@relance/sdk/moment'
import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { canCarry } from './contacts-ahead.ts'
import { branchesOf, describe, type End, isHeld, metaOf, pending } from './describe.ts'
import { type Stepped, start, step } from './step.ts'
import { type TraceEntry, traceOf } from './trace.ts'
import type { CompiledScenario, Effect, Happening, MachineEvent, MachineState, StepContact } from './types.ts'

/**
 * A compiled scenario as a table. What `step` answers depends on the state, the kind of event and which guard holds, not on
 * dates or visits: so each such case is put to XState once, when it is first met, and looked up ever after. States and
 * cases are small integers, and what a file remembers of its own is one number, `until`.
 */
export class TabulatedScenario {
  /** By state: what is to be done there, and its subject: an index of `moments`, or of `contacts` (−1 without one). */
  readonly task: Task[] = []
  readonly subject: number[] = []
  readonly isCatchingUp: boolean[] = []
  /** A `date` that only judges the instant remembered. */
  readonly resumes: boolean[] = []
  readonly isHeld: boolean[] = []
  readonly isCarried: boolean[] = []
  readonly canCarry: boolean[] = []
  /** A step is held, and its file waits for the end of it. */
  readonly isDue: boolean[] = []
  readonly isPaid: boolean[] = []
  readonly end: (End | 'over' | null)[] = []
  readonly moments: Moment[] = []
  readonly contacts: StepContact[] = []
  /** The usual outcome of the act of a state. */
  readonly usual: string[] = []
  /** By transition: where it leads and what becomes of `until`. */
  readonly target: number[] = []
  readonly keeps: Keeping[] = []
  /** A step was entered. */
  readonly enters: boolean[] = []
  readonly told: TraceEntry[][] = []

  readonly #compiled: CompiledScenario
  readonly #policy: Pick<ScenarioPolicy, 'stopRules'>
  readonly #branches: Condition[][] = []
  readonly #samples: MachineState[] = []
  readonly #states = new Map<string, number>()
  readonly #openings = new Map<string, number>()
  /** Transitions by state and event; −1 for what was not met yet. */
  #cells = new Int32Array(0)
  /** Transitions by state and branch of its facts. */
  readonly #factCells: number[][] = []

  constructor(compiled: CompiledScenario, policy: Pick<ScenarioPolicy, 'stopRules'>) {
    this.#compiled = compiled
    this.#policy = policy
  }

  /** The transition that opens a file to which this has happened. */
  open(happened: readonly Happening['type'][]): number {
    const key = happened.join()
    const known = this.#openings.get(key)
    if (known !== undefined) return known
    const stepped = start(this.#compiled, { happened: happened.map((type) => ({ type }) as Happening) })
    const opening = this.#addTransition(null, { event: null, stepped })
    this.#openings.set(key, opening)
    return opening
  }

  /** The transition of a state on an event that brings no facts. */
  on(state: number, event: Case): number {
    const known = this.#cells[state * cases.length + event]!
    if (known >= 0) return known
    const transition = this.#tabulate(state, this.#eventOf(state, event))
    this.#cells[state * cases.length + event] = transition
    return transition
  }

  /** The transition of a state that asked for facts. */
  onFacts(state: number, facts: Facts): number {
    const branches = this.#branches[state]!
    let branch = 0
    while (branch < branches.length && !matches(branches[branch]!, facts)) branch++
    const known = this.#factCells[state]![branch]
    if (known !== undefined) return known
    const transition = this.#tabulate(state, { type: 'FACTS', ...this.#place(state), facts })
    this.#factCells[state]![branch] = transition
    return transition
  }

  #tabulate(state: number, event: MachineEvent): number {
    const before = this.#samples[state]!
    return this.#addTransition(before, { event, stepped: step(this.#compiled, before, event) })
  }

  #addTransition(
    before: MachineState | null,
    { event, stepped }: { event: MachineEvent | null; stepped: Stepped },
  ): number {
    const { until, visit } = stepped.state.context
    this.enters.push(visit !== (before?.context.visit ?? 0))
    this.keeps.push(until === answered ? 'answer' : until === null ? 'nothing' : 'until')
    this.told.push(traceOf({ at: '', event, before, stepped }))
    this.target.push(this.#stateOf(stepped.state))
    return this.target.length - 1
  }

  #stateOf(state: MachineState): number {
    const { visit: _, until: __, ...context } = state.context
    const key = JSON.stringify([state.value, context])
    const known = this.#states.get(key)
    return known ?? this.#addState(key, { ...state, context: { ...state.context, visit: 1, until: remembered } })
  }

  #addState(key: string, sample: MachineState): number {
    const id = this.#samples.length
    const { ended, phase, node, paid } = describe(sample)
    const effect = pending(this.#compiled, sample)
    this.#states.set(key, id)
    this.#samples.push(sample)
    this.#branches.push(node !== null && phase === 'asking' ? branchesOf(this.#compiled, { node, paid }) : [])
    this.#factCells.push([])
    this.task.push(taskOf(effect))
    this.subject.push(this.#subjectOf(effect))
    this.usual.push((node !== null && metaOf(this.#compiled, node)?.usual) || '')
    this.isCatchingUp.push(sample.context.catchingUp)
    this.resumes.push(effect?.type === 'date' && effect.since !== undefined)
    this.isHeld.push(isHeld(sample, this.#policy))
    this.isCarried.push(sample.context.carried)
    this.canCarry.push(canCarry(this.#compiled, sample))
    this.isDue.push(phase === 'due')
    this.isPaid.push(paid)
    this.end.push(ended ?? (phase === 'over' ? 'over' : null))
    this.#makeRoom()
    return id
  }

  #subjectOf(effect: Effect | null): number {
    if (effect?.type === 'date') return this.moments.push(effect.moment) - 1
    const contact = effect?.type === 'act' ? metaOf(this.#compiled, effect.node)?.contact : undefined
    return contact ? this.contacts.push(contact) - 1 : -1
  }

  #makeRoom(): void {
    const wanted = this.#samples.length * cases.length
    if (wanted <= this.#cells.length) return
    const larger = new Int32Array(Math.max(wanted * 2, 1_024)).fill(-1)
    larger.set(this.#cells)
    this.#cells = larger
  }

  #place(state: number) {
    const { node, visit } = this.#samples[state]!.context
    return { node, visit }
  }

  #eventOf(state: number, event: Case): MachineEvent {
    const place = this.#place(state)
    switch (cases[event]!) {
      case 'ahead':
        return { type: 'DATED', ...place, at: answered, past: false }
      case 'past':
        return { type: 'DATED', ...place, at: answered, past: true }
      case 'said':
        return { type: 'DATED', ...place, at: answered, past: true, said: true }
      case 'woken':
        return { type: 'WOKEN', ...place }
      case 'outcome':
        return { type: 'OUTCOME', ...place, port: this.usual[state]! }
      case 'paid':
        return { type: 'PAID' }
      case 'disputed':
        return { type: 'DISPUTED' }
      case 'resolved':
        return { type: 'DISPUTE_RESOLVED' }
      case 'carried':
        return { type: 'CARRIED' }
      case 'withheld':
        return { type: 'WITHHELD', ...place }
      case 'takesOver':
        return { type: 'TAKES_OVER' }
    }
  }
}

export type Task = 'rest' | 'date' | 'sleep' | 'facts' | 'act'

/** What becomes of the instant that a file remembers: it stays, becomes the date just answered, or is forgotten. */
export type Keeping = 'until' | 'answer' | 'nothing'

/** The events of a simulation that bring no facts. */
const whatHappens = ['paid', 'disputed', 'resolved', 'carried', 'takesOver'] as const
const cases = ['ahead', 'past', 'said', 'woken', 'outcome', 'withheld', ...whatHappens] as const
export type Case = number & { readonly case?: (typeof cases)[number] }
export const on = Object.fromEntries(cases.map((name, index) => [name, index])) as Readonly<
  Record<(typeof cases)[number], Case>
>

/** Two instants that stand for all others while a case is put to XState. */
const remembered = '1970-01-01T00:00:00.000Z'
const answered = '1970-01-02T00:00:00.000Z'

function taskOf(effect: Effect | null): Task {
  switch (effect?.type) {
    case 'date':
    case 'sleep':
    case 'facts':
    case 'act':
      return effect.type
    default:
      return 'rest'
  }
}
