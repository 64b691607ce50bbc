import { type NodeDefinition, portsOf } from '@relance/sdk/define-node'
import type { ScenarioDocument, ScenarioNode } from '@relance/sdk/scenario-document'

/** A node whose kind is known and whose settings are valid. */
export interface Step {
  /** Place in the drawing order. */
  readonly index: number
  readonly node: ScenarioNode
  readonly definition: NodeDefinition
  /** As parsed by the kind's schema, defaults filled in. */
  readonly settings: Record<string, unknown>
  /** Where each port leads; a port without a line is absent. */
  readonly targets: ReadonlyMap<string, string>
  readonly ports: readonly string[]
}

/** The drawn scenario as a graph: what the checks and the statechart are made from. */
export interface Graph {
  readonly document: ScenarioDocument
  readonly steps: ReadonlyMap<string, Step>
}

export interface ValidNode {
  readonly node: ScenarioNode
  readonly definition: NodeDefinition
  readonly settings: Record<string, unknown>
}

/** Joins valid nodes by the lines between them. A second line from one port is left out: `checkWiring` has told of it. */
export function graphOf(document: ScenarioDocument, nodes: readonly ValidNode[]): Graph {
  const targets = new Map<string, Map<string, string>>(nodes.map(({ node }) => [node.id, new Map()]))
  for (const { source, port, target } of document.edges) {
    const from = targets.get(source)
    if (from && targets.has(target) && !from.has(port)) from.set(port, target)
  }
  const steps = new Map<string, Step>()
  for (const [index, valid] of nodes.entries()) {
    const ports = portsOf(valid.definition, valid.settings).map(({ port }) => port)
    steps.set(valid.node.id, { ...valid, index, ports, targets: targets.get(valid.node.id) ?? new Map() })
  }
  return { document, steps }
}

/** The insistence of a step that reaches people; null for any other. */
export function levelOf({ definition, settings }: Step): number | null {
  if (definition.shape !== 'act' || definition.medium === undefined) return null
  return definition.contact?.(settings).level ?? 1
}

/** The steps that can be reached from an entry, in the order met. */
export function reachable(graph: Graph, entry: string | null): Set<string> {
  const met = new Set<string>()
  const queue: string[] = []
  const meet = (id: string) => {
    if (met.has(id) || !graph.steps.has(id)) return
    met.add(id)
    queue.push(id)
  }
  if (entry !== null) meet(entry)
  for (let i = 0; i < queue.length; i++) {
    for (const target of graph.steps.get(queue[i]!)!.targets.values()) meet(target)
  }
  return met
}

/** The step of a circle that was drawn first: where a problem of the whole circle is shown. */
export function firstDrawn({ steps }: Graph, circle: readonly string[]): string {
  return circle.reduce((first, id) => (steps.get(id)!.index < steps.get(first)!.index ? id : first))
}
