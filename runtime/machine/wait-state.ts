import { nextPort } from '@relance/sdk/define-node'
import type { Step } from './graph.ts'
import { along, backId, type CourseRules, effect, type Json } from './statechart-parts.ts'

/** dating ─▶ sleeping ─▶ next. A past date starts a catch-up; a date to come ends it, once the act owed is done. */
export function waitState(step: Step, rules: CourseRules): Json {
  const next = along(step, nextPort)
  const past = { guard: 'isPast', ...next, actions: ['keepDate', 'catchUp'] }
  const owed = { guard: 'answersAndOwes', target: backId(rules), actions: 'keepDate' }
  const rest = { guard: 'answers', target: 'sleeping', actions: ['keepDate', 'caughtUp'] }
  return {
    initial: 'dating',
    states: {
      dating: {
        entry: effect({ type: 'date', moment: momentOf(step) }),
        on: {
          DATED: [...(rules.catchUp === 'spread' ? [] : [past]), ...(rules.catchUp === 'latest' ? [owed] : []), rest],
        },
      },
      sleeping: {
        entry: effect({ type: 'sleep' }),
        on: { WOKEN: { guard: 'answers', ...next } },
      },
    },
  }
}

function momentOf({ definition, settings }: Step) {
  if (definition.shape !== 'wait') throw new TypeError(`${definition.kind} is not a wait`)
  return definition.moment(settings)
}
