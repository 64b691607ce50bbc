import type { Graph } from '../graph.ts'
import { leastLateness } from '../least-lateness.ts'
import type { Problem } from '../types.ts'

/** A formal notice before the due date is void, so no path may lead to one early. */
export function checkLegalSteps(graph: Graph): Problem[] {
  const lateness = leastLateness(graph)
  return [...graph.steps.values()]
    .filter(({ node, definition, settings }) => {
      const reached = lateness.get(node.id)
      const legal = definition.shape === 'act' && definition.onlyWhenOverdue?.(settings) === true
      return legal && reached !== undefined && reached < 1
    })
    .map(({ node }) => ({ severity: 'error', code: 'legal-step-too-early', node: node.id }))
}
