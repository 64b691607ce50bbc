import type { Condition } from '@relance/sdk/condition'
import type { Graph, Step } from './graph.ts'

/**
 * For each step of the open course, the least lateness (days after the due date) with which it can be reached, over all paths. A
 * wait from the due date or a branch on the delay raises it, a wait from the previous step adds to it, anything else leaves
 * it. Nothing lowers it along a path, so the least is found by relaxing until nothing changes.
 */
export function leastLateness({ document, steps }: Graph): Map<string, number> {
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
    for (const [port, target] of step.targets) lower(target, leaving(step, { port, here }))
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
