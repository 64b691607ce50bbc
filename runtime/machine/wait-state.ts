import { nextPort } from '@relance/sdk/define-node'
import type { Step } from './graph.ts'
import { along, answers, backId, type CourseRules, effect, type Json } from './statechart-parts.ts'

/** dating ─▶ sleeping ─▶ next. A past date starts a catch-up; a date to come ends it, once the act owed is done. */
export function waitState(step: Step, rules: CourseRules): Json {
  const node = step.node.id
  const next = along(step, nextPort)
  const past = {
    guard: { type: 'isPast', params: { node } },
    ...next,
    actions: [{ type: 'keepDate' }, { type: 'catchUp' }],
  }
  const owed = {
    guard: { type: 'answersAndOwes', params: { node } },
    target: backId(rules),
    actions: { type: 'keepDate' },
  }
  const rest = { guard: answers(step), target: 'sleeping', actions: [{ type: 'keepDate' }, { type: 'caughtUp' }] }
  return {
    initial: 'dating',
    states: {
      dating: {
        entry: effect({ type: 'date', node, moment: momentOf(step) }),
        on: {
          DATED: [...(rules.catchUp === 'spread' ? [] : [past]), ...(rules.catchUp === 'latest' ? [owed] : []), rest],
        },
      },
      sleeping: {
        entry: effect({ type: 'sleep', node }),
        on: { WOKEN: { guard: answers(step), ...next } },
      },
    },
  }
}

function momentOf({ definition, settings }: Step) {
  if (definition.shape !== 'wait') throw new TypeError(`${definition.kind} is not a wait`)
  return definition.moment(settings)
}
