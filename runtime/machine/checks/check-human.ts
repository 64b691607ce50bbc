import type { Graph, Step } from '../graph.ts'
import type { Problem } from '../types.ts'

/** A file that is closed unpaid (litigation, write-off) should not have met machines only: on every path somebody calls first. */
export function checkHuman(graph: Graph): Problem[] {
  return [...withoutCall(graph)]
    .map((id) => graph.steps.get(id)!)
    .filter(({ definition, settings }) => definition.shape === 'end' && definition.end(settings).closes)
    .map(({ node }) => ({ severity: 'warning', code: 'no-human-before-litigation', node: node.id }))
}

/** The steps that the open course can reach without a call. */
function withoutCall({ document, steps }: Graph): Set<string> {
  const met = new Set<string>()
  const queue = document.entries.open === null ? [] : [document.entries.open]
  for (let i = 0; i < queue.length; i++) {
    const id = queue[i]!
    const step = steps.get(id)
    if (step === undefined || met.has(id)) continue
    met.add(id)
    if (!isCall(step)) queue.push(...step.targets.values())
  }
  return met
}

function isCall({ definition }: Step): boolean {
  return definition.shape === 'act' && definition.medium === 'call'
}
