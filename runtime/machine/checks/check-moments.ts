import { furthestDays } from '../../domain/calendar/furthest-days.ts'
import { type Graph, reachable } from '../graph.ts'
import type { Problem } from '../types.ts'

/** Every wait counts a sensible number of days from a date that is known when it is reached. */
export function checkMoments(graph: Graph): Problem[] {
  const unpaid = reachable(graph, graph.document.entries.open)
  return [...graph.steps.values()].flatMap(({ node, definition, settings }): Problem[] => {
    if (definition.shape !== 'wait') return []
    const at = { severity: 'error', node: node.id } as const
    const { from, days } = definition.moment(settings)
    if (!Number.isInteger(days) || Math.abs(days) > furthestDays) {
      return [{ ...at, code: 'wait-too-long', values: { days: String(days), most: furthestDays } }]
    }
    return from === 'paymentDate' && unpaid.has(node.id) ? [{ ...at, code: 'no-payment-yet' }] : []
  })
}
