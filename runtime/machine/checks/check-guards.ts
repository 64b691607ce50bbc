import { type Condition, comparisons } from '@relance/sdk/condition'
import { factDefinitions } from '@relance/sdk/facts'
import type { Graph, Step } from '../graph.ts'
import type { Problem } from '../types.ts'

const textual = new Set(['text', 'date', 'choice'])

/** Every branch has a condition that can hold: known facts, compared with values of their type. */
export function checkGuards(graph: Graph): Problem[] {
  return [...graph.steps.values()].flatMap(checkStep)
}

function checkStep({ node, definition, settings }: Step): Problem[] {
  if (definition.shape !== 'choose') return []
  const branches = definition.branches(settings)
  if (branches.length === 0) return [{ severity: 'error', code: 'missing-guard', node: node.id }]
  return branches.flatMap(({ port, when }) => {
    const at = { severity: 'error', node: node.id, edge: { source: node.id, port } } as const
    const fault = faultOf(when)
    return fault ? [{ ...at, ...fault }] : []
  })
}

function faultOf(condition: Condition | undefined): Pick<Problem, 'code' | 'values'> | undefined {
  if (typeof condition !== 'object' || condition === null) return { code: 'missing-guard' }
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    if (!Array.isArray(parts) || parts.length === 0) return { code: 'missing-guard' }
    return parts.map(faultOf).find((fault) => fault !== undefined)
  }
  const { fact, is, value } = condition
  if (!Object.hasOwn(factDefinitions, fact)) return { code: 'unknown-fact', values: { fact: String(fact) } }
  if (!comparisons.includes(is)) return { code: 'missing-guard' }
  const expected = textual.has(factDefinitions[fact].type) ? 'string' : 'number'
  return typeof value === expected ? undefined : { code: 'wrong-comparison', values: { fact, expected } }
}
