import type { ScenarioDocument, ScenarioNote } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import { type Node, type NodeHandle, Position } from '@xyflow/react'
import type { Selection } from '../document/clipboard.ts'
import { card, noteSize, sideExitOffset } from './geometry/card-size.ts'
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

/** What the canvas library's nodes are made from. */
export interface FlowView {
  readonly drawing: Drawing
  readonly document: ScenarioDocument
  readonly selection: Selection
  /** Places of what is being dragged. */
  readonly moving: ReadonlyMap<string, Point>
  /** The card that the Tab key reaches. */
  readonly current: string | null
  readonly locale: Locale
  readonly describe: (card: Card) => string
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
export function createFlowNodes(): (view: FlowView) => FlowNode[] {
  let kept = new Map<string, Kept>()
  return (view) => {
    const next = new Map<string, Kept>()
    for (const { id, source, key, make } of [...cardsOf(view), ...startsOf(view), ...notesOf(view)]) {
      const old = kept.get(id)
      const same = old !== undefined && old.source === source && old.key === key
      next.set(id, same ? old : { node: make(), source, key })
    }
    kept = next
    return [...next.values()].map(({ node }) => node)
  }
}

interface Wanted {
  readonly id: string
  /** With the key, what the node is made from: as long as both are the same, so is the node. */
  readonly source: unknown
  readonly key: string
  readonly make: () => FlowNode
}

const cardKeys = new WeakMap<Card, string>()

/** A drag leaves all other cards the same objects, so their keys are made once. */
function keyOf(one: Card): string {
  const known = cardKeys.get(one)
  if (known !== undefined) return known
  const key = `${one.box.x} ${one.box.y} ${one.box.height} ${exitsKey(one)}`
  cardKeys.set(one, key)
  return key
}

function cardsOf({ drawing, selection, current, locale, describe }: FlowView): Wanted[] {
  const chosen = new Set(selection.nodes)
  return [...drawing.cards].map(([id, one]) => {
    const state = { selected: chosen.has(id), current: current === id }
    return {
      id,
      source: one.reading,
      key: `${keyOf(one)} ${state.selected} ${state.current} ${locale}`,
      make: () => cardNode(one, { ...state, label: describe(one) }),
    }
  })
}

function startsOf({ drawing, document }: FlowView): Wanted[] {
  return drawing.starts.map(({ id, box }) => {
    const open = document.entries[id === '$open' ? 'open' : 'paid'] === null
    return { id, source: id, key: `${box.x} ${box.y} ${open}`, make: () => startNode({ id, box, open }) }
  })
}

function notesOf({ document, selection, moving }: FlowView): Wanted[] {
  return document.notes.map((note) => {
    const position = moving.get(note.id) ?? note.position
    const selected = selection.notes.includes(note.id)
    const key = `${position.x} ${position.y} ${selected}`
    return { id: note.id, source: note, key, make: () => noteNode({ note, position, selected }) }
  })
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
    draggable: one.reading.node.locked === true ? false : undefined,
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
  const size = noteSize(note.text)
  return { id: note.id, type: 'note', position, ...size, measured: size, selected, data: { note }, connectable: false }
}
