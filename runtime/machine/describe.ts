import type { Condition } from '@relance/sdk/condition'
import type { Moment } from '@relance/sdk/moment'
import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { type EffectParams, effectOf } from './effect-of.ts'
import { standingOf } from './standing.ts'
import type { CompiledScenario, Effect, MachineState, Standing, StateValue, StepMeta } from './types.ts'

export const ends = ['settled', 'ended', 'cancelled', 'handedOver'] as const
export type End = (typeof ends)[number]

/** `over`: the course has no step left and a payment is still awaited. */
export type Phase = 'due' | 'dating' | 'doing' | 'parked' | 'sleeping' | 'asking' | 'over'

export interface Whereabouts {
  /** Null once the file has ended. */
  readonly node: string | null
  readonly visit: number
  readonly phase: Phase | null
  readonly standing: Standing
  /** In what follows a payment. */
  readonly paid: boolean
  readonly catchingUp: boolean
  /** When a sleeping file wakes (ISO, UTC). */
  readonly until: string | null
  readonly ended: End | null
}

/** Where a file stands. */
export function describe(state: MachineState): Whereabouts {
  const { value, context } = state
  const [node, phase] = stepOf(value)
  return {
    node,
    visit: context.visit,
    phase,
    standing: standingOf(context),
    paid: typeof value === 'object' && 'thanks' in value,
    catchingUp: context.catchingUp,
    until: phase === 'sleeping' ? context.until : null,
    ended: ends.find((end) => end === value) ?? null,
  }
}

function stepOf(value: StateValue): [string, Phase] | [null, null] {
  const course = child(child(value, 'running'), 'course') ?? child(value, 'thanks')
  if (typeof course !== 'object') return [null, null]
  const [entry] = Object.entries(course)
  return entry ? [entry[0], entry[1] as Phase] : [null, null]
}

function child(value: StateValue | undefined, name: string): StateValue | undefined {
  return typeof value === 'object' ? value[name] : undefined
}

/** The effect that a file waits for, rebuilt from its state alone: what a host that lost everything else has to carry out. */
export function pending(compiled: CompiledScenario, state: MachineState): Effect | null {
  const { node, phase, paid } = describe(state)
  if (node === null || phase === null) return null
  const entry = chartOf(compiled, { node, paid })?.states?.[phase]?.entry
  return entry ? effectOf(entry.params, { context: state.context }) : null
}

/** The conditions of a step that asks for facts, in the order in which they are tried. */
export function branchesOf(compiled: CompiledScenario, where: { node: string; paid: boolean }): Condition[] {
  const asked = chartOf(compiled, where)?.states?.asking?.on?.FACTS ?? []
  return asked.flatMap(({ guard }) => (typeof guard === 'object' ? [guard.params.when] : []))
}

/** Whether a contact waits because the file is carried, disputed, promised or on hold; thanks wait for a hold only. */
export function isHeld(state: MachineState, { stopRules }: Pick<ScenarioPolicy, 'stopRules'>): boolean {
  const { held, disputed, promised, carried } = state.context
  if (held || describe(state).paid) return held
  return carried || (disputed && stopRules.dispute) || (promised && stopRules.promise)
}

/** What the compiled step says of itself, or undefined for a node that is not in this scenario. */
export function metaOf(compiled: CompiledScenario, node: string): StepMeta | undefined {
  return (chartOf(compiled, { node, paid: false }) ?? chartOf(compiled, { node, paid: true }))?.meta
}

/** The date for which a compiled wait rests; null for any other step. */
export function momentOf(compiled: CompiledScenario, place: { node: string; paid: boolean }): Moment | null {
  const chart = chartOf(compiled, place)
  const params = chart?.meta.shape === 'wait' ? chart.states?.dating?.entry?.params : undefined
  return params?.type === 'date' ? params.moment : null
}

export interface StepChart {
  readonly meta: StepMeta
  readonly initial: string
  readonly states?: Readonly<Record<string, PhaseChart>>
}

interface PhaseChart {
  readonly entry?: { readonly params: EffectParams }
  readonly on?: {
    readonly FACTS?: readonly { readonly guard: string | { readonly params: { readonly when: Condition } } }[]
  }
}

interface Course {
  readonly states?: Readonly<Record<string, StepChart>>
}

/** The compiled step of one course, the open one or what follows a payment. */
export function chartOf(
  compiled: CompiledScenario,
  { node, paid }: { node: string; paid: boolean },
): StepChart | undefined {
  const { running, thanks } = compiled.statechart.states as {
    running: { states: { course: Course } }
    thanks?: Course
  }
  const states = (paid ? thanks : running.states.course)?.states
  return states && Object.hasOwn(states, node) ? states[node]! : undefined
}
