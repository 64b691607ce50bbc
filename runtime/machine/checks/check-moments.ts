import { furthestDays } from '../../domain/calendar/furthest-days.ts'
import { type Graph, reachable } from '../graph.ts'
import { leastLateness } from '../least-lateness.ts'
import type { Problem } from '../types.ts'

/**
 * Every wait counts a sensible number of days from a date that is known when it is reached. One whose date has passed on every
 * path to it never waits, so the steps around it fall on one day: that is worth a warning.
 */
export function checkMoments(graph: Graph): Problem[] {
  const lateness = leastLateness(graph)
  const unpaid = reachable(graph, graph.document.entries.open)
  return [...graph.steps.values()].flatMap(({ node, definition, settings }): Problem[] => {
    if (definition.shape !== 'wait') return []
    const at = { severity: 'error', node: node.id } as const
    const { from, days } = definition.moment(settings)
    if (!Number.isInteger(days) || Math.abs(days) > furthestDays) {
      return [{ ...at, code: 'wait-too-long', values: { days: String(days), most: furthestDays } }]
    }
    if (from === 'paymentDate' && unpaid.has(node.id)) return [{ ...at, code: 'no-payment-yet' }]
    const reached = lateness.get(node.id)
    const isOver = from === 'dueDate' && reached !== undefined && reached > days
    return isOver ? [{ ...at, severity: 'warning', code: 'wait-already-over', values: { days, reached } }] : []
  })
}
