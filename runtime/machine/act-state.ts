import { errorPort } from '@relance/sdk/define-node'
import type { Step } from './graph.ts'
import { along, type CourseRules, effect, type Json } from './statechart-parts.ts'

/**
 * reached ─▶ doing ─▶ (port)      free: done at once
 * reached ─▶ due ─▶ dating ─▶ …   held: waits, then asks whether its date is still good
 * doing ─▶ due                    given back undone: held after all
 * doing ─▶ parked                 failed: waits for a person
 *
 * A contact of a file that is carried stands aside before all else, also while the file catches up: what became of its date
 * is asked when it takes over.
 */
export function actState(step: Step, { heldBy, contactsHeldBy, catchUp }: CourseRules): Json {
  const standingAside = step.definition.shape === 'act' && step.definition.medium ? contactsHeldBy : []
  const isFree = { type: 'isFree', params: { heldBy: [...heldBy, ...standingAside] } }
  const isAside = { type: 'isHeldBy', params: { flags: standingAside } }
  const deed = effect({ type: 'act', kind: step.definition.kind, settings: step.settings })
  return {
    initial: 'reached',
    states: {
      reached: {
        always: [
          ...(standingAside.length > 0 ? [{ guard: isAside, target: 'due' }] : []),
          ...passingOver(step, catchUp),
          { guard: isFree, target: 'doing' },
          { target: 'due' },
        ],
      },
      due: { always: { guard: isFree, target: catchUp === 'spread' ? 'doing' : 'dating' } },
      ...(catchUp === 'spread' ? {} : { dating: resuming(step, catchUp) }),
      doing: { entry: deed, on: { ...leaving(step), WITHHELD: { guard: 'answers', target: 'due' } } },
      parked: {
        on: {
          RETRY: { guard: 'answers', target: 'reached', actions: 'again' },
          SKIP: { guard: 'answers', ...alongUsual(step), actions: effect({ type: 'skipped' }) },
        },
      },
    },
  }
}

type CatchUp = CourseRules['catchUp']

/**
 * While catching up the step is left by its usual port. Under `latest` it is owed, unless a reminder sent since has said it, and the
 * one owed before it is given up.
 */
function passingOver(step: Step, catchUp: CatchUp): Json[] {
  const usual = alongUsual(step)
  switch (catchUp) {
    case 'spread':
      return []
    case 'skip':
      return [{ guard: 'isCatchingUp', ...usual, actions: effect({ type: 'skipped' }) }]
    case 'latest':
      return [
        { guard: 'hasBeenSaid', ...usual, actions: effect({ type: 'skipped' }) },
        { guard: 'owes', ...usual, actions: [effect({ type: 'skipped', former: true }), 'passOver'] },
        { guard: 'isCatchingUp', ...usual, actions: 'passOver' },
      ]
  }
}

/** After a hold: a step whose date has become too old starts a catch-up instead of leaving late and alone; else none is under way. */
function resuming(step: Step, catchUp: CatchUp): Json {
  const given = catchUp === 'skip' ? effect({ type: 'skipped' }) : 'passOver'
  return {
    entry: effect({ type: 'date', moment: now, resumes: true }),
    on: {
      DATED: [
        { guard: 'isSaid', ...alongUsual(step), actions: ['catchUp', effect({ type: 'skipped' })] },
        { guard: 'isPast', ...alongUsual(step), actions: ['catchUp', given] },
        { guard: 'answers', target: 'reached', actions: 'caughtUp' },
      ],
    },
  }
}

const now = { from: 'previousStep', days: 0, unit: 'calendar' } as const

function alongUsual(step: Step) {
  return along(step, step.definition.shape === 'act' ? step.definition.usual : '')
}

/** An outcome that the kind does not know is a failure: the file must not stand still for it. */
function leaving(step: Step): Json {
  const failing = step.targets.has(errorPort)
    ? along(step, errorPort)
    : { target: 'parked', actions: effect({ type: 'parked' }) }
  const failed = { guard: 'answers', ...failing }
  return { OUTCOME: [...outcomes(step), failed], FAILED: failed }
}

/** One transition per target: a call has many outcomes that lead to few steps. */
function outcomes(step: Step): Json[] {
  const portsTo = new Map<string, string[]>()
  for (const port of step.ports) {
    const { target } = along(step, port)
    if (port === errorPort || target === undefined) continue
    portsTo.set(target, [...(portsTo.get(target) ?? []), port])
  }
  return [...portsTo].map(([target, ports]) => ({ guard: { type: 'leavesBy', params: { ports } }, target }))
}
