import { type Graph, reachable } from '../graph.ts'
import type { Problem } from '../types.ts'

/** Every step can be reached, from one entry only: what follows a payment is not what precedes it. */
export function checkReach(graph: Graph): Problem[] {
  const { open, paid } = graph.document.entries
  const fromOpen = reachable(graph, open)
  const fromPaid = reachable(graph, paid)
  const problems: Problem[] = []
  for (const node of graph.steps.keys()) {
    if (fromOpen.has(node) && fromPaid.has(node)) problems.push({ severity: 'error', code: 'in-both-courses', node })
    if (!fromOpen.has(node) && !fromPaid.has(node)) problems.push({ severity: 'error', code: 'unreachable', node })
  }
  return problems
}
