import { components } from '../components.ts'
import { firstDrawn, type Graph, type Step } from '../graph.ts'
import type { Problem } from '../types.ts'

/**
 * A loop must rest. Only a wait counted from the previous step moves on with each turn: one counted from the due date is
 * past from the second turn on, so a loop of such waits would spin. A person's answer is no wait either.
 */
export function checkLoops(graph: Graph): Problem[] {
  const restless = [...graph.steps.values()].filter((step) => !rests(step)).map(({ node }) => node.id)
  const next = (id: string) => graph.steps.get(id)!.targets.values()
  return components(restless, next)
    .filter((loop) => loop.length > 1 || [...next(loop[0]!)].includes(loop[0]!))
    .map((loop) => ({
      severity: 'error',
      code: 'loop-without-wait',
      node: firstDrawn(graph, loop),
      values: { steps: loop.length },
    }))
}

function rests({ definition, settings }: Step): boolean {
  if (definition.shape !== 'wait') return false
  const { from, days } = definition.moment(settings)
  return from === 'previousStep' && days >= 1
}
