import type { ScenarioDocument, ScenarioNode } from '@relance/sdk/scenario-document'
import type { Selection } from '../../document/clipboard.ts'
import { exitsOf } from '../../document/exits.ts'
import type { PlacedPart } from '../../document/intents/align-parts.ts'
import type { NodeReading } from '../../document/node-reading.ts'
import { cardSize, noteSize } from './card-size.ts'

/** What is chosen, with the room that each part takes. */
export function placedParts(
  { document, selection }: { document: ScenarioDocument; selection: Selection },
  { read }: { read: (node: ScenarioNode) => NodeReading },
): PlacedPart[] {
  const steps = document.nodes
    .filter(({ id }) => selection.nodes.includes(id))
    .map((node): PlacedPart => {
      const edges = document.edges.filter(({ source }) => source === node.id)
      const reading = read(node)
      return {
        id: node.id,
        list: 'nodes',
        box: { ...node.position, ...cardSize(reading, exitsOf(reading, { edges })) },
      }
    })
  const notes = document.notes
    .filter(({ id }) => selection.notes.includes(id))
    .map(({ id, position, text }): PlacedPart => ({ id, list: 'notes', box: { ...position, ...noteSize(text) } }))
  return [...steps, ...notes]
}
