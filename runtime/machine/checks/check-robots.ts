import { type Graph, levelOf, reachable, type Step } from '../graph.ts'
import type { Problem } from '../types.ts'

/** What asks a key account for money is read by a person first; courtesies and thanks may leave by themselves. */
export function checkRobots(graph: Graph): Problem[] {
  const { segment, policy, entries } = graph.document
  if (segment !== 'key-account') return []
  return [...reachable(graph, entries.open)]
    .map((id) => graph.steps.get(id)!)
    .filter((step) => levelOf(step) !== 0 && confirmationOf(step, policy.confirmation) === 'automatic')
    .map(({ node }) => ({ severity: 'warning', code: 'key-account-by-robot', node: node.id }))
}

/** Whether somebody looks before a step's message leaves; null for what is no message. */
function confirmationOf({ definition, settings }: Step, usual: 'manual' | 'automatic') {
  if (definition.shape !== 'act' || definition.confirmation === undefined) return null
  return definition.confirmation(settings) ?? usual
}
