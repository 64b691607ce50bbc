import { chartOf, describe, type Phase, type StepChart, type Whereabouts } from './describe.ts'
import { type Stepped, settle } from './step.ts'
import type { CompiledScenario, MachineState, StateValue } from './types.ts'

/**
 * Moves a file from one version of its scenario to another.
 *
 * A step that follows (its own id, the same kind) goes on where it is: what it asked for is still awaited, a timer keeps its
 * instant, a parked step stays parked. Any other target, and a wait whose date is drawn otherwise, is entered anew with the next
 * visit; the host then dates it from the instant at which the old step was reached. Acts that were done and to which the old
 * version had no way back are spent: the new version passes over them, so that nothing goes out twice (DOMAIN §3 rule 12).
 */
export type Migration =
  | ({ readonly type: 'moved' } & Stepped)
  /** The file stands on a step for which the new version has no place. */
  | { readonly type: 'unmapped' }

/** Targets by step of the old version; a step that follows is its own target. */
export type Moves = Readonly<Record<string, string>>

interface Question {
  readonly from: CompiledScenario
  readonly to: CompiledScenario
  readonly state: MachineState
  readonly moves: Moves
  /** Acts that the file has done so far. */
  readonly done: readonly string[]
}

/** A file that has ended, or that moves to where it already is, stays as it is. */
export function migrate({ from, to, state, moves, done }: Question): Migration {
  const here = describe(state)
  if (here.node === null) return { type: 'moved', state, effects: [] }
  const target = Object.hasOwn(moves, here.node) ? moves[here.node]! : undefined
  const chart = target === undefined ? undefined : chartOf(to, { node: target, paid: here.paid })
  if (target === undefined || !chart) return { type: 'unmapped' }
  if (target === here.node && from.hash === to.hash) return { type: 'moved', state, effects: [] }
  const goesOn = target === here.node && isSame(here, chartOf(from, { node: target, paid: here.paid })!, chart)
  const { spent: _, ...context } = state.context
  const spent = spentOf({ from, to, state, done })
  const moved: MachineState = {
    status: 'active',
    value: valueAt(state.value, { node: target, phase: goesOn ? here.phase! : chart.initial }),
    context: {
      ...context,
      node: target,
      visit: goesOn ? context.visit : context.visit + 1,
      passed: context.passed !== null && chartOf(to, { node: context.passed, paid: here.paid }) ? context.passed : null,
      ...(spent.length > 0 && { spent }),
    },
  }
  return { type: 'moved', ...settle(to, moved) }
}

/** Whether a step may go on in the phase that it is in. */
function isSame({ phase }: Whereabouts, before: StepChart, after: StepChart): boolean {
  if (before.meta.kind !== after.meta.kind || before.meta.shape !== after.meta.shape) return false
  if (!after.states || !Object.hasOwn(after.states, phase!)) return false
  return JSON.stringify(tellingPart(before, phase!)) === JSON.stringify(tellingPart(after, phase!))
}

/** What of a step must read alike for a phase to go on: the date of a wait, the ending of an end. */
function tellingPart({ states = {} }: StepChart, phase: Phase): unknown {
  if (phase === 'sleeping' || phase === 'dating') return states.dating?.entry?.params
  return phase === 'over' ? states.reached : null
}

/** The same course of the same region, at another step. */
function valueAt(value: StateValue, { node, phase }: { node: string; phase: string }): StateValue {
  if (typeof value !== 'object' || value.running === undefined) return { thanks: { [node]: phase } }
  return { running: { ...(value.running as object), course: { [node]: phase } } }
}

/** What was done and would not have been done again, whatever the old version had still ahead of the file. */
function spentOf({ from, to, state, done }: Omit<Question, 'moves'>): readonly string[] {
  const { node, paid } = describe(state)
  const ahead = stepsAhead(from, { node: node!, paid })
  const spent = [...(state.context.spent ?? []), ...done.filter((id) => !ahead.has(id))]
  return [...new Set(spent)].filter((id) => chartOf(to, { node: id, paid })?.meta.shape === 'act')
}

/** Every step to which lines lead from one, itself only if there is a way back. */
export function stepsAhead(compiled: CompiledScenario, { node, paid }: { node: string; paid: boolean }): Set<string> {
  const met = new Set<string>()
  const queue = [node]
  for (let at = 0; at < queue.length; at++) {
    const chart = chartOf(compiled, { node: queue[at]!, paid })
    for (const target of chart ? targetsOf(chart) : []) {
      if (met.has(target)) continue
      met.add(target)
      queue.push(target)
    }
  }
  return met
}

/** The steps to which lines lead from one. */
export function targetsOf(chart: StepChart): string[] {
  return [...JSON.stringify(chart).matchAll(/"target":"#step:([^"]+)"/g)].map(([, target]) => target!)
}
