import type { Condition } from '@relance/sdk/condition'
import type { Graph, Step } from '../graph.ts'
import type { Problem } from '../types.ts'

/**
 * A formal notice before the due date is void, so no path may lead to one early. For each step the least lateness (days after
 * the due date) over all paths is computed: a wait from the due date or a branch on the delay raises it, a wait from the
 * previous step adds to it, anything else leaves it. Steps of the thanks have no due date left to pass.
 */
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

function leastLateness({ document, steps }: Graph): Map<string, number> {
  const least = new Map<string, number>()
  const queue: string[] = []
  const lower = (id: string, days: number) => {
    if (!steps.has(id) || days >= (least.get(id) ?? Number.POSITIVE_INFINITY)) return
    least.set(id, days)
    queue.push(id)
  }
  if (document.entries.open !== null) lower(document.entries.open, Number.NEGATIVE_INFINITY)
  for (let i = 0; i < queue.length; i++) {
    const step = steps.get(queue[i]!)!
    const here = least.get(step.node.id)!
    for (const [port, target] of step.targets) lower(target, Math.min(1, leaving(step, { port, here })))
  }
  return least
}

function leaving({ definition, settings }: Step, { port, here }: { port: string; here: number }): number {
  if (definition.shape === 'wait') {
    const { from, days } = definition.moment(settings)
    if (from === 'dueDate') return Math.max(here, days)
    return from === 'previousStep' ? here + Math.max(0, days) : here
  }
  if (definition.shape !== 'choose') return here
  const branch = definition.branches(settings).find((candidate) => candidate.port === port)
  return branch ? Math.max(here, assured(branch.when)) : here
}

/** The lateness that a condition assures when it holds. */
function assured(condition: Condition): number {
  if ('all' in condition) return Math.max(Number.NEGATIVE_INFINITY, ...condition.all.map(assured))
  if ('any' in condition) return Math.min(...condition.any.map(assured))
  const { fact, is, value } = condition
  if (fact !== 'invoice.daysLate' || typeof value !== 'number') return Number.NEGATIVE_INFINITY
  if (is === '≥' || is === '=') return value
  return is === '>' ? value + 1 : Number.NEGATIVE_INFINITY
}
