import type { ScenarioDocument, ScenarioNode } from '@relance/sdk/scenario-document'
import type { Selection } from '../clipboard.ts'
import type { Delete } from '../commands/delete.ts'
import type { NodeReading } from '../node-reading.ts'

/** The command for "delete this": the road is closed again over each removed step, along its main exit. */
export function removeParts(
  document: ScenarioDocument,
  { selection, read }: { selection: Selection; read: (node: ScenarioNode) => NodeReading },
): Delete {
  const heal: Record<string, string> = {}
  for (const node of document.nodes) {
    if (!selection.nodes.includes(node.id)) continue
    const main = read(node).main
    const leaving = document.edges.filter(({ source }) => source === node.id)
    const next = leaving.find(({ port }) => port === main) ?? (leaving.length === 1 ? leaving[0] : undefined)
    if (next !== undefined) heal[node.id] = next.target
  }
  return { type: 'delete', nodes: selection.nodes, notes: selection.notes, heal }
}
