import { type Graph, levelOf, reachable, type Step } from '../graph.ts'
import type { Problem } from '../types.ts'

/** The insistence of a formal notice, by the scale of `Contact`. */
const formalNotice = 5

/** Once a formal notice has been served, a softer message takes its weight away. */
export function checkTone(graph: Graph): Problem[] {
  const problems = new Map<string, Problem>()
  for (const notice of graph.steps.values()) {
    if (!isNotice(notice)) continue
    for (const { node, level } of after(graph, notice)) {
      if (level === null || level >= levelOf(notice)!) continue
      problems.set(node, {
        severity: 'warning',
        code: 'tone-falls-after-notice',
        node,
        values: { level, notice: levelOf(notice)! },
      })
    }
  }
  return [...problems.values()]
}

function after(graph: Graph, { node, targets }: Step): { readonly node: string; readonly level: number | null }[] {
  const open = reachable(graph, graph.document.entries.open)
  if (!open.has(node.id)) return []
  const met = new Set([...targets.values()].flatMap((target) => [...reachable(graph, target)]))
  return [...met].map((id) => ({ node: id, level: levelOf(graph.steps.get(id)!) }))
}

function isNotice(step: Step): boolean {
  const { definition, settings } = step
  const isLegal = definition.shape === 'act' && definition.onlyWhenOverdue?.(settings) === true
  return isLegal && levelOf(step)! >= formalNotice
}
