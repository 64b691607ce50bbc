import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import type { EffectParams } from './effect-of.ts'
import type { Step } from './graph.ts'
import type { Flag } from './standing.ts'

export type Json = Record<string, unknown>

/** What one course (the open one, or the thanks) asks of its steps. */
export interface CourseRules {
  readonly name: string
  readonly heldBy: readonly Flag[]
  /** What besides holds an act that reaches people. */
  readonly contactsHeldBy: readonly Flag[]
  readonly catchUp: ScenarioPolicy['catchUp']
  /** The final state that a closing end leads to. */
  readonly final: string
  /** Every end closes the file. */
  readonly closes?: boolean
}

/** The target of a transition to a step. The colon keeps it apart from the chart's own names. */
export const stepId = (node: string) => `#step:${node}`

/** The target of a transition to where a course looks up the act that it owes. */
export const backId = (rules: CourseRules) => `#back:${rules.name}`

export const effect = (params: EffectParams) => ({ type: 'effect', params })

/** The target of a port; a port that leads nowhere (an error in the drawing) stays where it is. */
export function along(step: Step, port: string): { target?: string } {
  const target = step.targets.get(port)
  return target === undefined ? {} : { target: stepId(target) }
}
