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
 * Places steps as people read a course: the main road straight down, exceptions in columns to the right, each course
 * (an open invoice, a paid one, loose steps) in a lane of its own. Same input, same drawing.
 *
 * Rows come from the longest way down. A chain of main exits shares a column; exceptions take the nearest free column,
 * the lowest first, so that the line of a higher one passes outside and crosses nothing.
 */
export function layOut(nodes: readonly LayoutNode[], { roots }: { roots: readonly string[] }): Map<string, Point> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const positions = new Map<string, Point>()
  let left = 0
  for (const root of [...roots, ...looseRoots(nodes), ...byId.keys()]) {
    if (positions.has(root) || !byId.has(root)) continue
    const lane = reach(root, { byId, placed: positions })
    const rows = rowsOf(lane)
    const columns = columnsOf(root, { lane, rows })
    const tops = rowTops(lane, { rows })
    for (const id of lane.keys()) {
      const x = left + columns.get(id)! * pitch(lane)
      positions.set(id, { x, y: tops[rows.get(id)!]! })
    }
    left += (Math.max(...columns.values()) + 1) * pitch(lane) - spacing.column + spacing.lane
  }
  return positions
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

/** Row of each step: the longest way down to it, lines that lead back up left out. */
function rowsOf(lane: Lane): Map<string, number> {
  const { order, back } = wayDown(lane)
  const rows = new Map([...lane.keys()].map((id) => [id, 0]))
  for (const id of order) {
    for (const next of exitsOf(lane.get(id)!)) {
      if (!rows.has(next) || back.has(`${id} ${next}`)) continue
      rows.set(next, Math.max(rows.get(next)!, rows.get(id)! + 1))
    }
  }
  return rows
}

/** Topological order without the lines that close a circle, found depth first. */
function wayDown(lane: Lane): { order: string[]; back: Set<string> } {
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<string>()
  const order: string[] = []
  for (const start of lane.keys()) {
    const stack = state.has(start) ? [] : [{ id: start, exits: exitsOf(lane.get(start)!) }]
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
        stack.push({ id: next, exits: exitsOf(lane.get(next)!) })
      }
    }
  }
  return { order: order.reverse(), back }
}

function columnsOf(
  root: string,
  { lane, rows }: { lane: Lane; rows: ReadonlyMap<string, number> },
): Map<string, number> {
  const columns = new Map<string, number>()
  const taken: Set<number>[] = []
  const open = [{ id: root, column: 0 }]
  while (open.length > 0) {
    const { id, column } = open.pop()!
    if (columns.has(id)) continue
    const chain = chainFrom(id, { lane, rows, columns })
    const last = rows.get(chain.at(-1)!)!
    const free = freeColumn(taken, { from: column, first: rows.get(id)!, last })
    for (const one of chain) columns.set(one, free)
    for (let row = rows.get(id)!; row <= last; row += 1) taken[free]!.add(row)
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
