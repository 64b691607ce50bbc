import type { ScenarioDocument, ScenarioEdge, ScenarioNode } from '@relance/sdk/scenario-document'
import { type Exit, type Exits, exitsOf } from '../../document/exits.ts'
import type { NodeReading } from '../../document/node-reading.ts'
import { card, cardSize, sideExitOffset, startPill } from './card-size.ts'
import { spacing } from './lay-out.ts'
import { type Box, boxAround, type Point } from './point.ts'
import { type Line, type Route, routeLines } from './route-lines.ts'

export interface Card {
  readonly reading: NodeReading
  readonly exits: Exits
  readonly box: Box
}

/** A line of the drawing: some exits of a step (or a start) that lead to one step. */
export interface DrawnLine extends Line {
  readonly source: string
  readonly exit: Exit
}

export interface Drawing {
  readonly cards: ReadonlyMap<string, Card>
  readonly starts: readonly { readonly id: StartId; readonly box: Box }[]
  readonly lines: readonly DrawnLine[]
}

export type StartId = '$open' | '$paid'
export const startOf = { open: '$open', paid: '$paid' } as const

/** What is drawn for a document: cards, starts and lines between them, all placed. */
export function drawScenario(
  document: ScenarioDocument,
  { read }: { read: (node: ScenarioNode) => NodeReading },
): Drawing {
  const leaving = edgesBySource(document.edges)
  const cards = new Map(
    document.nodes.map((node) => [node.id, cardOf(node, { read, edges: leaving.get(node.id) ?? [] })]),
  )
  const starts = (['open', 'paid'] as const).map((entry) => ({
    id: startOf[entry],
    box: startBox(document, { entry, cards }),
  }))
  const fromStarts = (['open', 'paid'] as const).flatMap((entry) => {
    const target = document.entries[entry]
    const box = starts.find(({ id }) => id === startOf[entry])!.box
    return target === null ? [] : [startLine({ id: startOf[entry], box, target, cards })]
  })
  const lines = [...fromStarts, ...[...cards.values()].flatMap((one) => linesOf(one, { cards }))]
  return { cards, starts, lines }
}

/** Finds the way of every line of a drawing. */
export function routeDrawing({ cards, starts, lines }: Drawing): Map<string, Route> {
  const boxes = [...[...cards.values()].map(({ box }) => box), ...starts.map(({ box }) => box)]
  return routeLines(lines, { boxes })
}

function cardOf(
  node: ScenarioNode,
  { read, edges }: { read: (node: ScenarioNode) => NodeReading; edges: readonly ScenarioEdge[] },
): Card {
  const reading = read(node)
  const exits = exitsOf(reading, { edges })
  return { reading, exits, box: { ...node.position, ...cardSize(reading, exits) } }
}

function edgesBySource(edges: readonly ScenarioEdge[]): Map<string, ScenarioEdge[]> {
  const leaving = new Map<string, ScenarioEdge[]>()
  for (const edge of edges) {
    const known = leaving.get(edge.source)
    if (known === undefined) leaving.set(edge.source, [edge])
    else known.push(edge)
  }
  return leaving
}

function top({ x, y, width }: Box): Point {
  return { x: x + width / 2, y }
}

function linesOf({ reading, exits, box }: Card, { cards }: { cards: ReadonlyMap<string, Card> }): DrawnLine[] {
  const source = reading.node.id
  const made: DrawnLine[] = []
  const add = (exit: Exit, leaves: Line['leaves'], from: Point) => {
    const target = exit.target === null ? undefined : cards.get(exit.target)
    if (target === undefined || exit.target === null) return
    const labelled = leaves === 'below' && exits.choice
    made.push({
      id: `${source}:${exit.port}`,
      source,
      exit,
      from,
      leaves,
      to: top(target.box),
      target: exit.target,
      labelled,
    })
  }
  if (exits.main !== null) add(exits.main, 'below', { x: box.x + box.width / 2, y: box.y + box.height })
  exits.side.forEach((exit, at) => {
    add(exit, 'right', { x: box.x + box.width, y: box.y + sideExitOffset(reading, at) })
  })
  return made
}

/** A start has no place of its own: it hangs over the step that it leads to. */
function startBox(
  { entries }: ScenarioDocument,
  { entry, cards }: { entry: 'open' | 'paid'; cards: ReadonlyMap<string, Card> },
): Box {
  const first = entries[entry] === null ? undefined : cards.get(entries[entry])
  const { width, height, above } = startPill
  if (first !== undefined) return { x: first.box.x + (card.width - width) / 2, y: first.box.y - above, width, height }
  const all = boxAround([...cards.values()].map(({ box }) => box)) ?? { x: 0, y: above, width: card.width, height: 0 }
  const lane = entry === 'open' ? all.x : all.x - spacing.lane - card.width
  const x = lane + (card.width - width) / 2
  return { x, y: all.y - above, width, height }
}

function startLine({
  id,
  box,
  target,
  cards,
}: {
  id: StartId
  box: Box
  target: string
  cards: ReadonlyMap<string, Card>
}): DrawnLine {
  const exit = { port: 'next', outcomes: [], target }
  const from = { x: box.x + box.width / 2, y: box.y + box.height }
  return {
    id: `${id}:next`,
    source: id,
    exit,
    from,
    leaves: 'below',
    to: top(cards.get(target)!.box),
    target,
    labelled: false,
  }
}
