import { portsOf } from '@relance/sdk/define-node'
import type { Registry } from '@relance/sdk/registry'
import type { ScenarioDocument, ScenarioNode } from '@relance/sdk/scenario-document'
import type { ValidNode } from '../graph.ts'
import type { Problem } from '../types.ts'
import { problemsOfZod } from '../zod-problems.ts'

/** Looks every node up in the registry and reads its settings with the kind's own schema. */
export function checkNodes(
  document: ScenarioDocument,
  registry: Registry,
): { readonly valid: readonly ValidNode[]; readonly problems: readonly Problem[] } {
  const valid: ValidNode[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const [index, node] of document.nodes.entries()) {
    if (seen.has(node.id)) {
      problems.push({ severity: 'error', code: 'duplicate-id', node: node.id, path: `nodes.${index}.id` })
      continue
    }
    seen.add(node.id)
    const read = readNode(node, { index, registry })
    if (Array.isArray(read)) problems.push(...read)
    else valid.push(read as ValidNode)
  }
  return { valid, problems }
}

function readNode(
  node: ScenarioNode,
  { index, registry }: { index: number; registry: Registry },
): ValidNode | readonly Problem[] {
  const place = { severity: 'error', node: node.id } as const
  const definition = registry.get(node.kind)
  if (!definition) {
    return [{ ...place, code: 'unknown-kind', path: `nodes.${index}.kind`, values: { kind: node.kind } }]
  }
  if (node.kindVersion > definition.version) {
    const values = { kind: node.kind, found: node.kindVersion, known: definition.version }
    return [{ ...place, code: 'kind-too-new', path: `nodes.${index}.kindVersion`, values }]
  }
  const parsed = definition.settings.safeParse(node.settings)
  if (!parsed.success) {
    return problemsOfZod(parsed.error.issues, { root: ['nodes', index, 'settings'], nodeOf: () => node.id })
  }
  return tryNode({ node, definition, settings: parsed.data }, { index })
}

/** A node's author may have made a mistake: what the compiler will ask of the kind is asked once here, guarded. */
function tryNode(valid: ValidNode, { index }: { index: number }): ValidNode | readonly Problem[] {
  const { node, definition, settings } = valid
  try {
    portsOf(definition, settings)
    if (definition.shape === 'wait') definition.moment(settings)
    if (definition.shape === 'end') definition.end(settings)
    if (definition.shape === 'act') {
      definition.templates?.(settings)
      definition.onlyWhenOverdue?.(settings)
    }
    return valid
  } catch (error) {
    const values = { kind: node.kind, detail: error instanceof Error ? error.message : String(error) }
    return [{ severity: 'error', code: 'kind-fault', node: node.id, path: `nodes.${index}.settings`, values }]
  }
}
