import { errorPort } from '@relance/sdk/define-node'
import { components } from '../components.ts'
import { firstDrawn, type Graph, type Step } from '../graph.ts'
import type { Problem } from '../types.ts'

/** From every step an end can be reached. Told once per closed circle of steps, at the first one drawn. */
export function checkEnds(graph: Graph): Problem[] {
  const stuck = stuckSteps(graph)
  const next = (id: string) => graph.steps.get(id)!.targets.values()
  return components(stuck, next)
    .filter((circle) => {
      const inside = new Set(circle)
      return circle.every((id) => [...next(id)].every((target) => inside.has(target)))
    })
    .map((circle) => ({
      severity: 'error',
      code: 'path-without-end',
      node: firstDrawn(graph, circle),
      values: { steps: circle.length },
    }))
}

/** Steps from which no end is reached. A missing line is told of elsewhere and counts as an end here. */
function stuckSteps({ steps }: Graph): string[] {
  const before = new Map<string, string[]>([...steps.keys()].map((id) => [id, []]))
  for (const { node, targets } of steps.values()) {
    for (const target of targets.values()) before.get(target)!.push(node.id)
  }
  const ending = [...steps.values()].filter(mayEnd).map(({ node }) => node.id)
  const reached = new Set(ending)
  for (let i = 0; i < ending.length; i++) {
    for (const id of before.get(ending[i]!)!) {
      if (reached.has(id)) continue
      reached.add(id)
      ending.push(id)
    }
  }
  return [...steps.keys()].filter((id) => !reached.has(id))
}

function mayEnd({ definition, ports, targets }: Step): boolean {
  return definition.shape === 'end' || ports.some((port) => port !== errorPort && !targets.has(port))
}
