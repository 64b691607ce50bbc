import type { NodeDefinition } from '@relance/sdk/define-node'
import type { ScenarioDocument, ScenarioNode } from '@relance/sdk/scenario-document'
import { card, cardSize, startPill } from '../../canvas/geometry/card-size.ts'
import { spacing } from '../../canvas/geometry/lay-out.ts'
import type { AddNode, Attachment } from '../commands/add-node.ts'
import type { Position } from '../commands/move.ts'
import { exitsOf } from '../exits.ts'
import { freshId } from '../fresh-id.ts'
import type { NodeReading } from '../node-reading.ts'

interface Wish {
  readonly document: ScenarioDocument
  readonly definition: NodeDefinition
  readonly read: (node: ScenarioNode) => NodeReading
  /** Hang the new step behind this exit or start; what already followed it then follows the new step. */
  readonly after?: Attachment
  /** Where people dropped it, else a free place is found. */
  readonly at?: Position
}

/** The command for "add this kind of step here": placed, wired, and with room made where it comes between two steps. */
export function addStep({ document, definition, read, after, at }: Wish): AddNode {
  const before = after === undefined ? undefined : followerOf(document, { after })
  const node: ScenarioNode = {
    id: freshId(definition.kind, { document }),
    kind: definition.kind,
    kindVersion: definition.version,
    settings: defaultSettings(definition),
    position: at ?? place(document, { after, before, read }),
    label: '',
  }
  const ports = read(node).mandatory
  const joins = before !== undefined && ports.length > 0
  const moved = joins && at === undefined ? giveWay(document, { node, before, read }) : {}
  return { type: 'add-node', node, after, before: joins ? before : undefined, ports, moved }
}

/** The step that an attachment leads to today, if all its exits lead to one. */
function followerOf({ edges, entries }: ScenarioDocument, { after }: { after: Attachment }): string | undefined {
  if ('entry' in after) return entries[after.entry] ?? undefined
  const targets = new Set(
    edges
      .filter(({ source, port }) => source === after.source && after.ports.includes(port))
      .map(({ target }) => target),
  )
  return targets.size === 1 ? [...targets][0] : undefined
}

/** What a kind proposes; a kind whose settings have no defaults starts empty and says what is missing. */
export function defaultSettings(definition: NodeDefinition): ScenarioNode['settings'] {
  const parsed = definition.settings.safeParse({})
  return parsed.success ? JSON.parse(JSON.stringify(parsed.data)) : {}
}

interface Around {
  readonly after: Attachment | undefined
  readonly before: string | undefined
  readonly read: (node: ScenarioNode) => NodeReading
}

function place({ nodes, edges }: ScenarioDocument, { after, before, read }: Around): Position {
  const next = nodes.find(({ id }) => id === before)
  if (next !== undefined) return { ...next.position }
  const source = after === undefined || 'entry' in after ? undefined : nodes.find(({ id }) => id === after.source)
  if (source === undefined || after === undefined || 'entry' in after) return beside(nodes)
  const reading = read(source)
  const exits = exitsOf(reading, { edges: edges.filter((edge) => edge.source === source.id) })
  const below = after.ports.includes(exits.main?.port ?? '') || exits.main === null
  const y = source.position.y + cardSize(reading, exits).height + (exits.choice ? spacing.choiceRow : spacing.row)
  const x = source.position.x + (below ? 0 : card.width + spacing.column)
  return freePlace({ x, y }, { nodes })
}

/** Steps to the right until no card lies there. */
function freePlace({ x, y }: Position, { nodes }: { nodes: readonly ScenarioNode[] }): Position {
  const hit = nodes.some(
    ({ position }) => Math.abs(position.x - x) < card.width && Math.abs(position.y - y) < card.full,
  )
  return hit ? freePlace({ x: x + card.width + spacing.column, y }, { nodes }) : { x, y }
}

function beside(nodes: readonly ScenarioNode[]): Position {
  if (nodes.length === 0) return { x: 0, y: startPill.above }
  const bottom = nodes.reduce((lowest, node) => (node.position.y > lowest.position.y ? node : lowest))
  return { x: bottom.position.x, y: bottom.position.y + card.full + 2 * spacing.row }
}

/** Moves down what stands at or below the new step, so that nothing is covered. */
function giveWay(
  { nodes }: ScenarioDocument,
  { node, read }: { node: ScenarioNode; before: string; read: (node: ScenarioNode) => NodeReading },
): Record<string, Position> {
  const { height } = cardSize(read(node), exitsOf(read(node), { edges: [] }))
  // Its exits all lead on together, so it will be drawn without rows of exceptions.
  const room = Math.min(height, card.full) + spacing.row
  const lower = nodes.filter(({ position }) => position.y >= node.position.y)
  return Object.fromEntries(lower.map(({ id, position: { x, y } }) => [id, { x, y: y + room }]))
}
