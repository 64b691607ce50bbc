import { errorPort } from '@relance/sdk/define-node'
import type { Step } from './graph.ts'
import { along, answers, type CourseRules, effect, type Json } from './statechart-parts.ts'

/**
 * reached ─▶ doing ─▶ (port)      free: done at once
 * reached ─▶ due ─▶ dating ─▶ …   held: waits, then asks whether its date is still good
 * doing ─▶ parked                 failed: waits for a person
 */
export function actState(step: Step, { heldBy, catchUp }: CourseRules): Json {
  const node = step.node.id
  const isFree = { type: 'isFree', params: { heldBy } }
  return {
    initial: 'reached',
    states: {
      reached: { always: [...passingOver(step, catchUp), { guard: isFree, target: 'doing' }, { target: 'due' }] },
      due: { always: [{ guard: isFree, target: catchUp === 'spread' ? 'doing' : 'dating' }] },
      ...(catchUp === 'spread' ? {} : { dating: resuming(step, catchUp) }),
      doing: {
        entry: effect({ type: 'act', node, kind: step.definition.kind, settings: step.settings }),
        on: leaving(step),
      },
      parked: {
        on: {
          RETRY: { guard: answers(step), target: 'reached', actions: { type: 'enter' } },
          SKIP: { guard: answers(step), ...alongUsual(step), actions: effect({ type: 'skipped', node }) },
        },
      },
    },
  }
}

/** While catching up the step is left by its usual port. Under `latest` it is owed, and the one owed before it is given up. */
function passingOver(step: Step, catchUp: CatchUp): Json[] {
  const node = step.node.id
  const usual = alongUsual(step)
  const owe = { type: 'passOver', params: { node } }
  switch (catchUp) {
    case 'spread':
      return []
    case 'skip':
      return [{ guard: 'isCatchingUp', ...usual, actions: effect({ type: 'skipped', node }) }]
    case 'latest':
      return [
        { guard: 'owes', ...usual, actions: [effect({ type: 'skipped', node, former: true }), owe] },
        { guard: 'isCatchingUp', ...usual, actions: owe },
      ]
  }
}

/** After a hold: a step whose date has become too old starts a catch-up instead of leaving late and alone. */
function resuming(step: Step, catchUp: CatchUp): Json {
  const node = step.node.id
  const given = catchUp === 'skip' ? effect({ type: 'skipped', node }) : { type: 'passOver', params: { node } }
  return {
    entry: effect({ type: 'date', node, moment: now, resumes: true }),
    on: {
      DATED: [
        { guard: { type: 'isPast', params: { node } }, ...alongUsual(step), actions: [{ type: 'catchUp' }, given] },
        { guard: answers(step), target: 'reached' },
      ],
    },
  }
}

const now = { from: 'previousStep', days: 0, unit: 'calendar' } as const

type CatchUp = CourseRules['catchUp']

function alongUsual(step: Step) {
  return along(step, step.definition.shape === 'act' ? step.definition.usual : '')
}

/** An outcome that the kind does not know is a failure: the file must not stand still for it. */
function leaving(step: Step): Json {
  const node = step.node.id
  const failing = step.targets.has(errorPort)
    ? along(step, errorPort)
    : { target: 'parked', actions: effect({ type: 'parked', node }) }
  const failed = { guard: answers(step), ...failing }
  const outcomes = step.ports
    .filter((port) => port !== errorPort)
    .map((port) => ({ guard: { type: 'leavesBy', params: { node, port } }, ...along(step, port) }))
  return { OUTCOME: [...outcomes, failed], FAILED: failed }
}
