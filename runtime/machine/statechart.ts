import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { actState } from './act-state.ts'
import { chooseState } from './choose-state.ts'
import { endState } from './end-state.ts'
import { type Graph, reachable, type Step } from './graph.ts'
import type { Flag } from './standing.ts'
import { type CourseRules, type Json, stepId } from './statechart-parts.ts'
import type { FileContext, StepMeta } from './types.ts'
import { standings } from './types.ts'
import { waitState } from './wait-state.ts'

/**
 * The statechart of a scenario.
 *
 *   enrolled ─START─▶ running (course ∥ standing) ─PAID─▶ thanks ─▶ settled
 *                        └─ HANDED_OVER, CANCELLED, a closing end ─▶ handedOver, cancelled, ended
 *
 * A payment leaves `running` from its parent, so no branch can go on after it; an act waits in `due` until nothing holds the
 * file. Both hold by construction, whatever is drawn.
 */
export function statechartOf(graph: Graph): Json {
  const { policy, entries } = graph.document
  const open = {
    name: 'course',
    heldBy: heldBy(policy),
    contactsHeldBy: ['carried'] as const,
    catchUp: policy.catchUp,
    final: '#file.ended',
  }
  const paid = {
    name: 'thanks',
    heldBy: ['held'] as const,
    contactsHeldBy: [],
    catchUp: policy.catchUp,
    final: '#file.settled',
    closes: true,
  }
  const hasThanks = entries.paid !== null && graph.steps.has(entries.paid)
  const leaving = {
    PAID: { target: hasThanks ? '#file.thanks' : '#file.settled', actions: 'forget' },
    HANDED_OVER: '#file.handedOver',
    CANCELLED: '#file.cancelled',
  }
  return {
    id: 'file',
    initial: 'enrolled',
    context: initialContext,
    options: { maxIterations: graph.steps.size * 6 + 50 },
    on: flagEvents,
    states: {
      enrolled: { on: { ...leaving, START: 'running' } },
      running: {
        type: 'parallel',
        on: leaving,
        states: { course: courseState(graph, { entry: entries.open, rules: open }), standing: standingState },
      },
      ...(hasThanks
        ? {
            thanks: {
              on: { CANCELLED: '#file.cancelled' },
              ...courseState(graph, { entry: entries.paid, rules: paid }),
            },
          }
        : {}),
      settled: { type: 'final' },
      ended: { type: 'final' },
      cancelled: { type: 'final' },
      handedOver: { type: 'final' },
    },
  }
}

const initialContext: FileContext = {
  node: '',
  visit: 0,
  disputed: false,
  promised: false,
  held: false,
  carried: false,
  catchingUp: false,
  said: false,
  passed: null,
  until: null,
}

function heldBy({ stopRules }: ScenarioPolicy): readonly Flag[] {
  return [
    'held',
    ...(stopRules.dispute ? ['disputed' as const] : []),
    ...(stopRules.promise ? ['promised' as const] : []),
  ]
}

const setFlag = (flag: Flag, to: boolean) => ({ actions: { type: 'setFlag', params: { flag, to } } })

const flagEvents = {
  DISPUTED: setFlag('disputed', true),
  DISPUTE_RESOLVED: setFlag('disputed', false),
  PROMISED: setFlag('promised', true),
  PROMISE_ENDED: setFlag('promised', false),
  HELD: setFlag('held', true),
  RELEASED: setFlag('held', false),
  CARRIED: setFlag('carried', true),
  TAKES_OVER: setFlag('carried', false),
}

/** Shows the strongest flag; what holds an act is read from the flags themselves, as the stop rules may let a dispute pass. */
const standingState: Json = {
  initial: 'free',
  states: Object.fromEntries(
    standings.map((here) => [
      here,
      {
        always: standings
          .filter((other) => other !== here)
          .map((other) => ({ guard: { type: 'stands', params: { as: other } }, target: other })),
      },
    ]),
  ),
}

function courseState(graph: Graph, { entry, rules }: { entry: string | null; rules: CourseRules }): Json {
  const ids = [...reachable(graph, entry)]
  const steps = ids.map((id) => graph.steps.get(id)!)
  const back = steps
    .filter(({ definition }) => definition.shape === 'act')
    .map(({ node }) => ({
      guard: { type: 'owesStep', params: { node: node.id } },
      target: stepId(node.id),
      actions: 'caughtUp',
    }))
  return {
    initial: entry,
    states: {
      ...Object.fromEntries(steps.map((step) => [step.node.id, stepState(step, rules)])),
      ...(rules.catchUp === 'latest' ? { '(back)': { id: `back:${rules.name}`, always: back } } : {}),
    },
  }
}

function stepState(step: Step, rules: CourseRules): Json {
  const { id: node } = step.node
  return {
    id: `step:${node}`,
    meta: metaOf(step),
    entry: { type: 'enter', params: { node } },
    ...shapeState(step, rules),
  }
}

function shapeState(step: Step, rules: CourseRules): Json {
  switch (step.definition.shape) {
    case 'act':
      return actState(step, rules)
    case 'wait':
      return waitState(step, rules)
    case 'choose':
      return chooseState(step)
    case 'end':
      return endState(step, rules)
  }
}

function metaOf({ definition, settings }: Step): StepMeta {
  const { kind, shape } = definition
  if (definition.shape !== 'act') return { kind, shape }
  const { medium, usual, contact, onlyWhenOverdue } = definition
  if (medium === undefined) return { kind, shape, usual }
  const asked = contact?.(settings) ?? { role: 'accounts-payable', level: 1 }
  return { kind, shape, usual, contact: { ...asked, medium, legal: onlyWhenOverdue?.(settings) ?? false } }
}
