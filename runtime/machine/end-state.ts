import type { Step } from './graph.ts'
import { backId, type CourseRules, effect, type Json } from './statechart-parts.ts'

/** The course is over: the file closes, or stays open in `over` until it is paid. An act that is owed comes first. */
export function endState(step: Step, rules: CourseRules): Json {
  const { definition, settings } = step
  const { reason, closes } =
    definition.shape === 'end' ? definition.end(settings) : { reason: definition.kind, closes: true }
  const closing = closes || rules.closes === true
  return {
    initial: 'reached',
    states: {
      reached: {
        always: [
          ...(rules.catchUp === 'latest' ? [{ guard: 'owes', target: backId(rules) }] : []),
          {
            target: closing ? rules.final : 'over',
            actions: effect({ type: 'ended', reason, closes: closing }),
          },
        ],
      },
      over: {},
    },
  }
}
