import type { ScenarioDocument, ScenarioNode } from '@relance/sdk/scenario-document'
import type { Move, Position } from '../../document/commands/move.ts'
import type { NodeReading } from '../../document/node-reading.ts'
import { type Card, drawScenario } from './draw-scenario.ts'
import { type LayoutNode, layOut } from './lay-out.ts'

/** The edit that tidies a whole scenario up. Notes follow the step that they were nearest to. */
export function arrange(document: ScenarioDocument, { read }: { read: (node: ScenarioNode) => NodeReading }): Move {
  const { cards } = drawScenario(document, { read })
  const placed = layOut([...cards.values()].map(layoutNode), document.entries)
  const notes = Object.fromEntries(
    document.notes.map(({ id, position }) => [id, followNearest(position, { nodes: document.nodes, placed })]),
  )
  return { type: 'lay-out', nodes: Object.fromEntries(placed), notes }
}

function layoutNode({ reading, exits, box }: Card): LayoutNode {
  return {
    id: reading.node.id,
    width: box.width,
    height: box.height,
    main: exits.main?.target ?? null,
    choice: exits.choice,
    side: exits.side.flatMap(({ target }) => (target === null ? [] : [target])),
  }
}

function followNearest(
  at: Position,
  { nodes, placed }: { nodes: readonly ScenarioNode[]; placed: ReadonlyMap<string, Position> },
): Position {
  let nearest: { node: ScenarioNode; far: number } | null = null
  for (const node of nodes) {
    const far = (node.position.x - at.x) ** 2 + (node.position.y - at.y) ** 2
    if (nearest === null || far < nearest.far) nearest = { node, far }
  }
  const to = nearest === null ? undefined : placed.get(nearest.node.id)
  if (nearest === null || to === undefined) return at
  return { x: at.x + to.x - nearest.node.position.x, y: at.y + to.y - nearest.node.position.y }
}
