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
  const usual = usualPort(step)
  const isFree = { type: 'isFree', params: { heldBy } }
  const passOver = [{ type: 'passOver', params: { node } }, effect({ type: 'skipped', node })]
  const isPast = { type: 'isPast', params: { node } }
  return {
    initial: 'reached',
    states: {
      reached: {
        always: [
          ...(catchUp === 'spread' ? [] : [{ guard: 'isCatchingUp', ...along(step, usual), actions: passOver }]),
          { guard: isFree, target: 'doing' },
          { target: 'due' },
        ],
      },
      due: { always: [{ guard: isFree, target: catchUp === 'spread' ? 'doing' : 'dating' }] },
      ...(catchUp === 'spread'
        ? {}
        : {
            dating: {
              entry: effect({ type: 'date', node, moment: now, resumes: true }),
              on: {
                DATED: [
                  { guard: isPast, ...along(step, usual), actions: [{ type: 'catchUp' }, ...passOver] },
                  { guard: answers(step), target: 'reached' },
                ],
              },
            },
          }),
      doing: { entry: effect(deed(step)), on: outcomes(step) },
      parked: {
        on: {
          RETRY: { guard: answers(step), target: 'reached', actions: { type: 'enter' } },
          SKIP: { guard: answers(step), ...along(step, usual), actions: effect({ type: 'skipped', node }) },
        },
      },
    },
  }
}

const now = { from: 'previousStep', days: 0, unit: 'calendar' } as const

function usualPort({ definition }: Step): string {
  return definition.shape === 'act' ? definition.usual : ''
}

function deed({ node, definition, settings }: Step) {
  return { type: 'act', node: node.id, kind: definition.kind, settings } as const
}

function outcomes(step: Step): Json {
  const node = step.node.id
  const failing = step.targets.has(errorPort)
    ? along(step, errorPort)
    : { target: 'parked', actions: effect({ type: 'parked', node }) }
  const failed = { guard: answers(step), ...failing }
  const leaving = step.ports
    .filter((port) => port !== errorPort)
    .map((port) => ({ guard: { type: 'leavesBy', params: { node, port } }, ...along(step, port) }))
  return { OUTCOME: [...leaving, failed], FAILED: failed }
}
