import type { Size } from './card-size.ts'
import type { Point } from './point.ts'

/** A step for the layout: where its main exit leads, and its exceptions from top to bottom. */
export interface LayoutNode extends Size {
  readonly id: string
  readonly main: string | null
  readonly side: readonly string[]
  /** Its lines carry words, which need room below. */
  readonly choice: boolean
}

export const spacing = { row: 52, choiceRow: 80, column: 96, lane: 112 } as const

/**
 * Places steps as people read a course: the main road straight down from 0, exceptions in columns to the right. What
 * follows a payment has a lane to the left, loose steps lanes to the right. Same input, same drawing.
 *
 * Rows come from the longest way down. A chain of main exits shares a column; exceptions take the nearest free column,
 * the lowest first, so that the line of a higher one passes outside and crosses nothing. Where a step has three or more,
 * those of a single step stand in pairs under each other, so that the drawing stays narrow enough to be read.
 */
export function layOut(
  nodes: readonly LayoutNode[],
  { open, paid }: { open: string | null; paid: string | null },
): Map<string, Point> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const positions = new Map<string, Point>()
  let right = 0
  for (const root of [open, paid, ...looseRoots(nodes), ...byId.keys()]) {
    if (root === null || positions.has(root) || !byId.has(root)) continue
    const { places, width } = placeLane(root, { byId, placed: positions })
    const left = root === paid && open !== null ? -width - spacing.lane : right
    for (const [id, { x, y }] of places) positions.set(id, { x: x + left, y })
    if (left === right) right += width + spacing.lane
  }
  return positions
}

function placeLane(root: string, { byId, placed }: { byId: Lane; placed: ReadonlyMap<string, Point> }) {
  const lane = reach(root, { byId, placed })
  const below = pairsOf(lane)
  const rows = rowsOf(lane, { below })
  const columns = columnsOf(root, { lane, rows, below })
  const tops = rowTops(lane, { rows })
  const step = pitch(lane)
  const places = [...lane.keys()].map((id) => [id, { x: columns.get(id)! * step, y: tops[rows.get(id)!]! }] as const)
  return { places, width: (Math.max(...columns.values()) + 1) * step - spacing.column }
}

type Lane = ReadonlyMap<string, LayoutNode>

function pitch(lane: Lane): number {
  return Math.max(...[...lane.values()].map(({ width }) => width)) + spacing.column
}

function exitsOf({ main, side }: LayoutNode): string[] {
  return main === null ? [...side] : [main, ...side]
}

function looseRoots(nodes: readonly LayoutNode[]): string[] {
  const led = new Set(nodes.flatMap(exitsOf))
  return nodes.filter(({ id }) => !led.has(id)).map(({ id }) => id)
}

/** Every step that can be reached from a root and is not yet placed, in the order of the way down. */
function reach(root: string, { byId, placed }: { byId: Lane; placed: ReadonlyMap<string, Point> }): Lane {
  const lane = new Map<string, LayoutNode>()
  const open = [root]
  while (open.length > 0) {
    const node = byId.get(open.pop()!)
    if (node === undefined || placed.has(node.id) || lane.has(node.id)) continue
    lane.set(node.id, node)
    open.push(...exitsOf(node).reverse())
  }
  return lane
}

/** Exceptions of a single step that stand under another one of the same card: upper → lower. */
type Pairs = ReadonlyMap<string, string>

function pairsOf(lane: Lane): Pairs {
  const led = new Map<string, number>()
  for (const node of lane.values()) for (const id of new Set(exitsOf(node))) led.set(id, (led.get(id) ?? 0) + 1)
  const isSingle = (id: string) => {
    const node = lane.get(id)
    if (node === undefined || led.get(id) !== 1 || node.side.length > 0) return false
    return node.main === null || (led.get(node.main) ?? 0) > 1
  }
  const below = new Map<string, string>()
  for (const { side } of lane.values()) {
    if (side.length < 3) continue
    const singles = side.filter(isSingle)
    for (let at = singles.length - 1; at > 0; at -= 2) below.set(singles[at - 1]!, singles[at]!)
  }
  return below
}

/** Row of each step: the longest way down to it, lines that lead back up left out. */
function rowsOf(lane: Lane, { below }: { below: Pairs }): Map<string, number> {
  const next = (id: string) => [...exitsOf(lane.get(id)!), ...(below.has(id) ? [below.get(id)!] : [])]
  const { order, back } = wayDown(lane, next)
  const rows = new Map([...lane.keys()].map((id) => [id, 0]))
  for (const id of order) {
    for (const to of next(id)) {
      if (!rows.has(to) || back.has(`${id} ${to}`)) continue
      rows.set(to, Math.max(rows.get(to)!, rows.get(id)! + 1))
    }
  }
  return rows
}

/** Topological order without the lines that close a circle, found depth first. */
function wayDown(lane: Lane, leads: (id: string) => string[]): { order: string[]; back: Set<string> } {
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<string>()
  const order: string[] = []
  for (const start of lane.keys()) {
    const stack = state.has(start) ? [] : [{ id: start, exits: leads(start) }]
    if (stack.length > 0) state.set(start, 'open')
    while (stack.length > 0) {
      const { id, exits } = stack.at(-1)!
      const next = exits.shift()
      if (next === undefined) {
        state.set(id, 'done')
        order.push(id)
        stack.pop()
      } else if (state.get(next) === 'open') back.add(`${id} ${next}`)
      else if (lane.has(next) && !state.has(next)) {
        state.set(next, 'open')
        stack.push({ id: next, exits: leads(next) })
      }
    }
  }
  return { order: order.reverse(), back }
}

interface Placing {
  readonly lane: Lane
  readonly rows: ReadonlyMap<string, number>
  readonly below: Pairs
}

function columnsOf(root: string, { lane, rows, below }: Placing): Map<string, number> {
  const columns = new Map<string, number>()
  const taken: Set<number>[] = []
  const above = new Map([...below].map(([upper, lower]) => [lower, upper]))
  const open = [{ id: root, column: 0 }]
  while (open.length > 0) {
    const { id, column } = open.pop()!
    if (columns.has(id)) continue
    const upper = above.get(id) ?? id
    const lower = below.get(upper)
    const chain = lower === undefined ? chainFrom(id, { lane, rows, columns }) : [upper, lower]
    const [first, last] = [rows.get(chain[0]!)!, rows.get(chain.at(-1)!)!]
    const free = freeColumn(taken, { from: column, first, last })
    for (const one of chain) columns.set(one, free)
    for (let row = first; row <= last; row += 1) taken[free]!.add(row)
    // A stack: what is pushed last is placed first, so the lowest exception gets the nearest column.
    for (const one of chain) {
      for (const exception of lane.get(one)!.side)
        if (lane.has(exception)) open.push({ id: exception, column: free + 1 })
    }
  }
  for (const id of lane.keys()) if (!columns.has(id)) columns.set(id, 0)
  return columns
}

/** The main road from a step, down to where it joins what is already placed. */
function chainFrom(
  start: string,
  { lane, rows, columns }: { lane: Lane; rows: ReadonlyMap<string, number>; columns: ReadonlyMap<string, number> },
): string[] {
  const chain = [start]
  for (;;) {
    const at = chain.at(-1)!
    const next = lane.get(at)!.main
    if (next === null || !lane.has(next) || columns.has(next) || rows.get(next)! <= rows.get(at)!) return chain
    chain.push(next)
  }
}

function freeColumn(
  taken: Set<number>[],
  { from, first, last }: { from: number; first: number; last: number },
): number {
  for (let column = from; ; column += 1) {
    taken[column] ??= new Set()
    let free = true
    for (let row = first; row <= last && free; row += 1) free = !taken[column]!.has(row)
    if (free) return column
  }
}

function rowTops(lane: Lane, { rows }: { rows: ReadonlyMap<string, number> }): number[] {
  const heights: number[] = []
  for (const [id, row] of rows) {
    const { height, choice } = lane.get(id)!
    heights[row] = Math.max(heights[row] ?? 0, height + (choice ? spacing.choiceRow : spacing.row))
  }
  let top = 0
  return heights.map((height) => {
    const at = top
    top += height
    return at
  })
}
