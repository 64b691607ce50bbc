import { initialTransition, transition } from 'xstate'
import { type InnerEvent, type Machine, machineOf } from './create-machine.ts'
import { metaOf } from './describe.ts'
import { effectOf } from './effect-of.ts'
import { isMachineEvent } from './machine-event.ts'
import type { CompiledScenario, Effect, FileContext, Happening, MachineEvent, MachineState } from './types.ts'

/**
 * The one pure step. Production, the simulator and the tests all run a file through these two functions, over XState's
 * own `initialTransition` and `transition`; no actor is ever started, so nothing happens but what the host carries out.
 */

export interface Stepped {
  readonly state: MachineState
  readonly effects: readonly Effect[]
}

/** Opens a file. `happened` is what it has lived through already (a dispute, a hold), told before the first step can act. */
export function start(
  compiled: CompiledScenario,
  { happened = [] }: { happened?: readonly Happening[] } = {},
): Stepped {
  const machine = machineOf(compiled)
  let [snapshot, actions] = initialTransition(machine)
  for (const event of [...happened.filter(isMachineEvent), { type: 'START' } as const]) {
    const [next, more] = transition(stepperOf(machine), snapshot, event)
    snapshot = next
    actions = [...actions, ...more]
  }
  return stepped(snapshot, actions)
}

/** Feeds one event. A stale or foreign event, or any event after the end, changes nothing. */
export function step(compiled: CompiledScenario, state: MachineState, event: MachineEvent): Stepped {
  if (state.status === 'done' || !isMachineEvent(event)) return { state, effects: [] }
  return passOverSpent(compiled, taken(compiled, state, event))
}

/** Takes the transitions that need no event, from a state made by hand. */
export function settle(compiled: CompiledScenario, state: MachineState): Stepped {
  return passOverSpent(compiled, taken(compiled, state, { type: 'SETTLED' }))
}

function taken(compiled: CompiledScenario, state: MachineState, event: InnerEvent): Stepped {
  const machine = machineOf(compiled)
  const [snapshot, actions] = transition(stepperOf(machine), resume(machine, state), event)
  return stepped(snapshot, actions)
}

/** An act that an earlier version has done is left by its usual port as soon as it would be done again, once. */
function passOverSpent(compiled: CompiledScenario, first: Stepped): Stepped {
  let { state, effects } = first
  for (;;) {
    const { spent = [] } = state.context
    const deed = effects.find((effect) => effect.type === 'act')
    if (!deed || !spent.includes(deed.node)) return { state, effects }
    const { node, visit } = deed
    const { usual = '' } = metaOf(compiled, node) ?? {}
    const left = { ...state.context, spent: spent.filter((id) => id !== node) }
    const next = taken(compiled, { ...state, context: left }, { type: 'OUTCOME', node, visit, port: usual })
    effects = [...effects.filter((effect) => effect !== deed), { type: 'skipped', node }, ...next.effects]
    state = next.state
  }
}

/** A state that `step` has answered is still known; any other, one read from storage say, is resolved. */
function resume(machine: Machine, state: MachineState): Snapshot {
  const known = snapshots.get(state)
  return known?.machine === machine
    ? known
    : machine.resolveState({ value: state.value as never, context: state.context })
}

const snapshots = new WeakMap<MachineState, Snapshot>()

/** XState opens the machine anew, and forgets it, with each `transition`: half of what a step costs. So it is opened once. */
function stepperOf(machine: Machine): Machine {
  const known = steppers.get(machine)
  if (known) return known
  const [opened] = initialTransition(machine)
  const stepper = Object.create(machine, { getInitialSnapshot: { value: () => opened } }) as Machine
  steppers.set(machine, stepper)
  return stepper
}

const steppers = new WeakMap<Machine, Machine>()

type Snapshot = ReturnType<Machine['resolveState']>
type Action = ReturnType<typeof transition<Machine>>[1][number]

function stepped(snapshot: Snapshot, actions: readonly Action[]): Stepped {
  const { status, value, context } = snapshot
  const state: MachineState = { status: status === 'done' ? 'done' : 'active', value, context }
  snapshots.set(state, snapshot)
  return {
    state,
    effects: actions
      .filter((action) => action.type === 'effect')
      .map(({ params, info }) =>
        effectOf(params as never, { context: info.context as FileContext, event: info.event as InnerEvent }),
      ),
  }
}
