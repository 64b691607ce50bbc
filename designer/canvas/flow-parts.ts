import type { ScenarioDocument, ScenarioNote } from '@relance/sdk/scenario-document'
import { type Node, type NodeHandle, Position } from '@xyflow/react'
import type { Selection } from '../document/clipboard.ts'
import { card, sideExitOffset } from './geometry/card-size.ts'
import type { Card, Drawing, StartId } from './geometry/draw-scenario.ts'
import type { Point } from './geometry/point.ts'

export type CardNodeType = Node<{ card: Card }, 'card'>
export type StartNodeType = Node<{ start: StartId; open: boolean }, 'start'>
export type NoteNodeType = Node<{ note: ScenarioNote }, 'note'>
export type FlowNode = CardNodeType | StartNodeType | NoteNodeType

/** The one handle into a card, and the stem of the handles out of it. */
export const entryHandle = 'in'

function handlesOf({ reading, exits, box }: Card): NodeHandle[] {
  const size = { width: 1, height: 1 }
  const handles: NodeHandle[] = [
    { id: entryHandle, type: 'target', position: Position.Top, x: box.width / 2, y: 0, ...size },
  ]
  if (exits.main !== null) {
    handles.push({
      id: exits.main.port,
      type: 'source',
      position: Position.Bottom,
      x: box.width / 2,
      y: box.height,
      ...size,
    })
  }
  exits.side.forEach(({ port }, at) => {
    const y = sideExitOffset(reading, at)
    handles.push({ id: port, type: 'source', position: Position.Right, x: card.width, y, ...size })
  })
  return handles
}

/** What distinguishes two drawings of one step besides its own object. */
function exitsKey({ exits: { main, side } }: Card): string {
  return [main, ...side].map((exit) => `${exit?.outcomes.map(({ port }) => port)}>${exit?.target}`).join('|')
}

interface Kept {
  readonly node: FlowNode
  readonly source: unknown
  readonly key: string
}

/**
 * Makes the canvas library's nodes from a drawing and keeps those that did not change, so that it renders again only the
 * cards that did.
 */
export function createFlowNodes() {
  let kept = new Map<string, Kept>()
  return (
    { cards, starts }: Drawing,
    {
      document,
      selection,
      moving,
      current,
      describe,
    }: {
      document: ScenarioDocument
      selection: Selection
      moving: ReadonlyMap<string, Point>
      current: string | null
      describe: (card: Card) => string
    },
  ): FlowNode[] => {
    const next = new Map<string, Kept>()
    const chosen = new Set([...selection.nodes, ...selection.notes])
    const keep = (id: string, { source, key, make }: { source: unknown; key: string; make: () => FlowNode }) => {
      const old = kept.get(id)
      const same = old !== undefined && old.source === source && old.key === key
      next.set(id, same ? old : { node: make(), source, key })
    }
    for (const [id, one] of cards) {
      const selected = chosen.has(id)
      const key = `${one.box.x} ${one.box.y} ${one.box.height} ${selected} ${current === id} ${exitsKey(one)}`
      keep(id, {
        source: one.reading,
        key,
        make: () => cardNode(one, { selected, current: current === id, label: describe(one) }),
      })
    }
    for (const { id, box } of starts) {
      const open = document.entries[id === '$open' ? 'open' : 'paid'] === null
      keep(id, { source: id, key: `${box.x} ${box.y} ${open}`, make: () => startNode({ id, box, open }) })
    }
    for (const note of document.notes) {
      const { x, y } = moving.get(note.id) ?? note.position
      const selected = chosen.has(note.id)
      keep(note.id, {
        source: note,
        key: `${x} ${y} ${selected}`,
        make: () => noteNode({ note, position: { x, y }, selected }),
      })
    }
    kept = next
    return [...next.values()].map(({ node }) => node)
  }
}

function cardNode(
  one: Card,
  { selected, current, label }: { selected: boolean; current: boolean; label: string },
): CardNodeType {
  const { x, y, width, height } = one.box
  return {
    id: one.reading.node.id,
    type: 'card',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    selected,
    handles: handlesOf(one),
    ariaLabel: label,
    data: { card: one },
    // One stop for the Tab key; arrows walk from step to step.
    domAttributes: { tabIndex: current ? 0 : -1 },
  }
}

function startNode({
  id,
  box,
  open,
}: {
  id: StartId
  box: Drawing['starts'][number]['box']
  open: boolean
}): StartNodeType {
  const { x, y, width, height } = box
  return {
    id,
    type: 'start',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    draggable: false,
    selectable: false,
    deletable: false,
    focusable: false,
    handles: [{ id: 'next', type: 'source', position: Position.Bottom, x: width / 2, y: height, width: 1, height: 1 }],
    data: { start: id, open },
  }
}

function noteNode({
  note,
  position,
  selected,
}: {
  note: ScenarioNote
  position: Point
  selected: boolean
}): NoteNodeType {
  const size = { width: 220, height: noteHeight(note.text) }
  return { id: note.id, type: 'note', position, ...size, measured: size, selected, data: { note }, connectable: false }
}

/** Lines of about 34 letters, between two and twelve of them. */
function noteHeight(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 34)), 0)
  return 24 + 18 * Math.min(12, Math.max(2, lines))
}
