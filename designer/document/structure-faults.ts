import type { ScenarioDocument } from '@relance/sdk/scenario-document'

/** What the schema alone cannot say: ids are unique, lines and starts lead to steps that exist, an exit has one line. */
export function structureFaults({ nodes, edges, notes, entries }: ScenarioDocument): string[] {
  const ids = new Set(nodes.map(({ id }) => id))
  const faults: string[] = []
  if (ids.size !== nodes.length) faults.push('two steps share an id')
  if (new Set(notes.map(({ id }) => id)).size !== notes.length) faults.push('two notes share an id')
  const exits = new Set(edges.map(({ source, port }) => `${source} ${port}`))
  if (exits.size !== edges.length) faults.push('an exit has two lines')
  for (const { source, target } of edges) {
    if (!ids.has(source) || !ids.has(target)) faults.push(`a line hangs loose: ${source} → ${target}`)
  }
  for (const first of [entries.open, entries.paid]) {
    if (first !== null && !ids.has(first)) faults.push(`a start leads nowhere: ${first}`)
  }
  return faults
}
