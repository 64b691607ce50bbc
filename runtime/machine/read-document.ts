import { limits, type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { measure } from './measure.ts'
import type { Problem } from './types.ts'
import { problemsOfZod } from './zod-problems.ts'

type Reading = { readonly document: ScenarioDocument } | { readonly problems: readonly Problem[] }

/** Levels of nesting beyond which no honest document goes. */
const deepest = 40

const format = 'relance.scenario/1'

/** Reads a value of unknown origin as a scenario. The cheap bounds come first, so that nothing hostile reaches the schema. */
export function readDocument(value: unknown): Reading {
  const refused = refuse(value)
  if (refused) return { problems: [refused] }
  const parsed = scenarioDocumentSchema.safeParse(value)
  if (parsed.success) return { document: parsed.data }
  return { problems: problemsOfZod(parsed.error.issues, { nodeOf: (path) => nodeAt(value, path) }) }
}

function refuse(value: unknown): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('not-a-document')
  const found = 'format' in value ? value.format : undefined
  if (found !== format) {
    const known = typeof found === 'string'
    return { ...fault('unknown-format', { found: known ? found.slice(0, 80) : '', expected: format }), path: 'format' }
  }
  for (const list of ['nodes', 'edges', 'notes'] as const) {
    const count = (value as Record<string, unknown>)[list]
    if (Array.isArray(count) && count.length > limits[list]) {
      return { ...fault(`too-many-${list}`, { count: count.length, most: limits[list] }), path: list }
    }
  }
  const { size, depth } = measure(value, { size: limits.bytes, depth: deepest })
  if (size > limits.bytes) return fault('too-large', { most: limits.bytes })
  return depth > deepest ? fault('too-deep', { most: deepest }) : undefined
}

function fault(code: string, values?: Problem['values']): Problem {
  return values ? { severity: 'error', code, values } : { severity: 'error', code }
}

/** The id of the node that a path of the document lies in. */
function nodeAt(value: unknown, [list, index]: readonly PropertyKey[]): string | undefined {
  if (list !== 'nodes' || typeof index !== 'number') return undefined
  const node = (value as { nodes: { id?: unknown }[] }).nodes[index]
  return typeof node?.id === 'string' ? node.id : undefined
}
