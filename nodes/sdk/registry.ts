import type { NodeDefinition } from './define-node.ts'

/** The node kinds known to one program, looked up by kind. */
export interface Registry {
  readonly get: (kind: string) => NodeDefinition | undefined
  readonly list: readonly NodeDefinition[]
}

/** Throws on a kind defined twice. */
export function createRegistry(definitions: readonly NodeDefinition[]): Registry {
  const byKind = new Map<string, NodeDefinition>()
  for (const definition of definitions) {
    if (byKind.has(definition.kind)) throw new Error(`Node kind defined twice: ${definition.kind}`)
    byKind.set(definition.kind, definition)
  }
  return { get: (kind) => byKind.get(kind), list: definitions }
}
