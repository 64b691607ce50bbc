import { errorPort } from '@relance/sdk/define-node'
import type { Graph, Step } from '../graph.ts'
import type { Problem } from '../types.ts'

/** Lines join steps that exist by ports that exist, one line from each port, and every outcome leads somewhere. */
export function checkWiring(graph: Graph): Problem[] {
  return [...checkEntries(graph), ...checkLines(graph), ...[...graph.steps.values()].flatMap(checkOutcomes)]
}

function checkEntries({ document, steps }: Graph): Problem[] {
  const problems: Problem[] = []
  for (const entry of ['open', 'paid'] as const) {
    const id = document.entries[entry]
    const path = `entries.${entry}`
    if (id !== null && !isDrawn(document.nodes, id)) {
      problems.push({ severity: 'error', code: 'unknown-target', path, values: { target: id } })
    }
  }
  if (document.entries.open === null) {
    problems.push({ severity: 'error', code: steps.size === 0 ? 'empty' : 'no-start', path: 'entries.open' })
  }
  return problems
}

function checkLines({ document, steps }: Graph): Problem[] {
  const problems: Problem[] = []
  const taken = new Set<string>()
  const drawn = new Set(document.nodes.map(({ id }) => id))
  for (const [index, { source, port, target }] of document.edges.entries()) {
    const at = { severity: 'error', path: `edges.${index}`, edge: { source, port } } as const
    if (!drawn.has(source)) {
      problems.push({ ...at, code: 'unknown-source', values: { source } })
      continue
    }
    if (!drawn.has(target)) problems.push({ ...at, code: 'unknown-target', node: source, values: { target } })
    const step = steps.get(source)
    if (step && !step.ports.includes(port)) {
      problems.push({ ...at, code: 'unknown-port', node: source, values: { port } })
    }
    const key = `${source}/${port}`
    if (taken.has(key)) problems.push({ ...at, code: 'two-targets', node: source, values: { port } })
    taken.add(key)
  }
  return problems
}

function checkOutcomes({ node, ports, targets }: Step): Problem[] {
  return ports
    .filter((port) => port !== errorPort && !targets.has(port))
    .map((port) => ({
      severity: 'error',
      code: 'outcome-not-wired',
      node: node.id,
      edge: { source: node.id, port },
      values: { port },
    }))
}

function isDrawn(nodes: readonly { readonly id: string }[], id: string): boolean {
  return nodes.some((node) => node.id === id)
}
