import { type Condition, matches } from '@relance/sdk/condition'
import { assign, setup } from 'xstate'
import { type Flag, standingOf } from './standing.ts'
import type { CompiledScenario, Effect, FileContext, MachineEvent, Standing } from './types.ts'

/**
 * The generic implementations that every compiled statechart names. A statechart is wholly JSON: whatever differs from one
 * scenario to the next is a parameter, so no code travels with a scenario.
 */

/**
 * START opens the course once the host has told what had already happened to the file. SETTLED leads nowhere by itself: a state
 * made by hand takes the transitions that need no event.
 */
export type InnerEvent = MachineEvent | { readonly type: 'START' | 'SETTLED' }

const implementations = setup({
  types: { context: {} as FileContext, events: {} as InnerEvent },
  actions: {
    /** Collected by `step`, carried out by the host. */
    effect: (_, _params: { type: Effect['type'] }) => {},
    enter: assign({ node: (_, params: { node: string }) => params.node, visit: ({ context }) => context.visit + 1 }),
    again: assign({ visit: ({ context }) => context.visit + 1 }),
    setFlag: assign((_, params: { flag: Flag; to: boolean }) => ({ [params.flag]: params.to })),
    keepDate: assign({ until: ({ context, event }) => (event.type === 'DATED' ? event.at : context.until) }),
    catchUp: assign({ catchingUp: true, said: ({ event }) => event.type === 'DATED' && event.said === true }),
    caughtUp: assign({ catchingUp: false, said: false, passed: null }),
    passOver: assign({ passed: ({ context }) => context.node }),
    forget: assign({ carried: false, catchingUp: false, said: false, passed: null, until: null }),
  },
  guards: {
    answers: ({ context, event }) => isAnswer(context, event),
    leavesBy: ({ context, event }, params: { ports: readonly string[] }) =>
      isAnswer(context, event) && event.type === 'OUTCOME' && params.ports.includes(event.port),
    isPast: ({ context, event }) => isAnswer(context, event) && event.type === 'DATED' && event.past,
    isSaid: ({ context, event }) => isAnswer(context, event) && event.type === 'DATED' && event.said === true,
    match: ({ context, event }, params: { when: Condition }) =>
      isAnswer(context, event) && event.type === 'FACTS' && matches(params.when, event.facts),
    /** An act was passed over that is still to be done before the file rests. */
    owes: ({ context }) => owes(context),
    answersAndOwes: ({ context, event }) => isAnswer(context, event) && owes(context),
    owesStep: ({ context }, params: { node: string }) => context.passed === params.node,
    hasBeenSaid: ({ context }) => context.catchingUp && context.said,
    isCatchingUp: ({ context }) => context.catchingUp,
    isFree: ({ context }, params: { heldBy: readonly Flag[] }) => params.heldBy.every((flag) => !context[flag]),
    isHeldBy: ({ context }, params: { flags: readonly Flag[] }) => params.flags.some((flag) => context[flag]),
    stands: ({ context }, params: { as: Standing }) => standingOf(context) === params.as,
  },
})

/** The event answers the visit under way; one for an earlier visit, or another node, is stale. */
function isAnswer(context: FileContext, event: InnerEvent): boolean {
  return 'visit' in event && event.node === context.node && event.visit === context.visit
}

function owes(context: FileContext): boolean {
  return context.catchingUp && context.passed !== null
}

/**
 * The runnable machine of a compiled scenario. Files that run the same scenario share one: it weighs some 200 kB and takes
 * longer to make than a step. Throws if `compile` did not make the statechart.
 */
export function machineOf({ hash, statechart }: CompiledScenario): Machine {
  const known = ofObject.get(statechart)
  if (known) return known
  const machine = sharedMachine(hash, statechart)
  ofObject.set(statechart, machine)
  return machine
}

/** The text is compared too: a later `compile` may make another statechart of the same document. */
function sharedMachine(hash: string, statechart: CompiledScenario['statechart']): Machine {
  const text = JSON.stringify(statechart)
  const kept = ofHash.get(hash)
  if (kept?.text === text) return kept.machine
  const machine = createMachine(statechart)
  if (ofHash.size >= mostShared) ofHash.clear()
  ofHash.set(hash, { text, machine })
  return machine
}

function createMachine(statechart: CompiledScenario['statechart']) {
  return implementations.createMachine(statechart as never)
}

export type Machine = ReturnType<typeof createMachine>

/** Scenarios whose machines are shared at a time. */
const mostShared = 16
const ofObject = new WeakMap<object, Machine>()
const ofHash = new Map<string, { readonly text: string; readonly machine: Machine }>()
