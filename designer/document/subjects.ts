import type { ScenarioDocument, ScenarioEdge, ScenarioNode } from '@relance/sdk/scenario-document'
import type { Change } from './change.ts'

/**
 * The steps that an edit was about, to name it by: those that it made, else those that it removed, else those that it
 * changed, else the ends of its lines and starts.
 */
export function subjectsOf(changes: readonly Change[], { nodes }: ScenarioDocument): readonly ScenarioNode[] {
  const touched = changes.flatMap((change) => ('list' in change && change.list === 'nodes' ? [change] : []))
  const made = touched.flatMap(({ from, to }) => (from === null && to !== null ? [to.id] : []))
  const removed = touched.flatMap(({ from, to }) => (to === null && from !== null ? [from] : []))
  const after = new Map(nodes.map((node) => [node.id, node]))
  const present = (ids: Iterable<string>) => [...new Set(ids)].flatMap((id) => after.get(id) ?? [])
  if (made.length > 0) return present(made)
  if (removed.length > 0) return removed
  if (touched.length > 0) return present(touched.map(({ to }) => to!.id))
  return present(changes.flatMap(endsOf))
}

/** The steps at both ends of a line, or that a start was led to or from. */
function endsOf(change: Change): string[] {
  if ('list' in change) return change.list === 'edges' ? endsOfLine((change.to ?? change.from)!) : []
  if (change.field !== 'entries') return []
  const { from, to } = change
  return (['open', 'paid'] as const).flatMap((entry) =>
    from[entry] === to[entry] ? [] : [to[entry] ?? from[entry]].filter((id) => id !== null),
  )
}

function endsOfLine({ source, target }: ScenarioEdge): string[] {
  return [source, target]
}
