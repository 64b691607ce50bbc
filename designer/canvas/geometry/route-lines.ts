import type { Box, Point } from './point.ts'

/** A line to draw: out of a card downwards (main road) or to the right (exception), into another from above. */
export interface Line {
  readonly id: string
  readonly from: Point
  readonly leaves: 'below' | 'right'
  readonly to: Point
  readonly target: string
  /** Room kept free under the exit, for its words. */
  readonly labelled: boolean
}

export type Route = readonly Point[]

const stub = 18
const labelStub = 38
const step = 12
const tracks = [0, 1, 2, 3, 4]
/** Height above a step within which lines to it may join. */
const junction = 64

interface Segment {
  readonly a: Point
  readonly b: Point
  readonly target: string
}

/**
 * Finds an orthogonal way for each line: around the cards, with few bends, apart from lines that lead elsewhere. Lines to
 * one step may share their way, which reads as a junction. `beside` are lines that are already drawn. Pure and deterministic.
 */
export function routeLines(
  lines: readonly Line[],
  {
    boxes,
    beside = [],
  }: { boxes: readonly Box[]; beside?: readonly { readonly route: Route; readonly target: string }[] },
): Map<string, Route> {
  const routes = new Map<string, Route>()
  const drawn: Segment[] = beside.flatMap(({ route, target }) => segmentsOf(route, target))
  const byLength = [...lines].sort((left, right) => span(left) - span(right))
  for (const line of byLength) {
    const route = bestRoute(line, { boxes, drawn })
    routes.set(line.id, route)
    drawn.push(...segmentsOf(route, line.target))
  }
  return routes
}

function span({ from, to }: Line): number {
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y)
}

function bestRoute(line: Line, { boxes, drawn }: { boxes: readonly Box[]; drawn: readonly Segment[] }): Route {
  const near = boxes.filter((box) => within(box, line))
  const others = drawn.filter(({ target, a, b }) => target !== line.target && overlapsSpan(a, b, line))
  // Levels on which lines to the same step already run: joining them reads as a junction.
  const levels = drawn
    .filter(
      ({ target, a, b }) => target === line.target && a.y === b.y && a.y < line.to.y && a.y > line.to.y - junction,
    )
    .map(({ a }) => a.y)
  const plain = cheapest(candidates(line, { near, levels }), { line, near, others })
  const clear = plain.cost < price.card
  const detour = clear ? plain : cheapest(detours(line, { near }), { line, near, others, least: plain.cost })
  return detour.route ?? plain.route ?? [line.from, line.to]
}

function cheapest(
  routes: Iterable<Route>,
  {
    line,
    near,
    others,
    least = Number.POSITIVE_INFINITY,
  }: { line: Line; near: readonly Box[]; others: readonly Segment[]; least?: number },
): { route: Route | null; cost: number } {
  let best: { route: Route | null; cost: number } = { route: null, cost: least }
  for (const route of routes) {
    const total = cost(route, { near, others, least: best.cost, target: line.target })
    if (total < best.cost) best = { route, cost: total }
    // Nothing is in the way of the plainest route.
    if (route.length === 2 && total === distance(route[0]!, route[1]!)) break
  }
  return best
}

function vertical({ from, to }: Line): { top: number; bottom: number } {
  return { top: Math.min(from.y, to.y) - 60, bottom: Math.max(from.y, to.y) + 60 }
}

function within(box: Box, line: Line): boolean {
  const { top, bottom } = vertical(line)
  return box.y < bottom && box.y + box.height > top
}

function overlapsSpan(a: Point, b: Point, line: Line): boolean {
  const { top, bottom } = vertical(line)
  return Math.min(a.y, b.y) < bottom && Math.max(a.y, b.y) > top
}

function* candidates(
  line: Line,
  { near, levels }: { near: readonly Box[]; levels: readonly number[] },
): Generator<Route> {
  const { from, to, leaves } = line
  const down = from.y + (line.labelled ? labelStub : stub)
  if (leaves === 'below' && from.x === to.x && to.y > from.y) yield [from, to]
  const overs = new Set([...levels, ...tracks.slice(0, 3).map((track) => to.y - stub - track * step)])
  for (const over of overs) {
    for (const lane of lanes(line, { near })) {
      if (leaves === 'below') {
        yield tidy([from, { x: from.x, y: down }, { x: lane, y: down }, { x: lane, y: over }, { x: to.x, y: over }, to])
      } else if (lane >= from.x + step) {
        yield tidy([from, { x: lane, y: from.y }, { x: lane, y: over }, { x: to.x, y: over }, to])
      }
    }
  }
}

/** Where a line may run up or down: at its ends, and beside the cards of its height. */
function lanes({ from, to }: Line, { near }: { near: readonly Box[] }): Set<number> {
  const found = new Set([to.x, from.x])
  for (const { x, width } of near) {
    for (const track of tracks) {
      found.add(x + width + 24 + track * step)
      found.add(x - 24 - track * step)
    }
  }
  return found
}

/** Ways with a corridor of their own, for lines between parts that do not share rows. Only the nearest are tried. */
function* detours(line: Line, { near }: { near: readonly Box[] }): Generator<Route> {
  const { from, to, leaves } = line
  const down = leaves === 'below' ? from.y + (line.labelled ? labelStub : stub) : from.y
  const over = to.y - stub
  const beside = [...new Set(near.flatMap(({ x, width }) => [x - 30, x + width + 30]))]
  const between = [...new Set(near.flatMap(({ y, height }) => [y - 14, y + height + 14]))]
  const out = nearest([...beside, from.x], from.x, 14)
  const back = nearest([...beside, to.x], to.x, 14)
  for (const corridor of nearest(between, (from.y + to.y) / 2, 24)) {
    for (const first of out) {
      if (leaves === 'right' && first < from.x + step) continue
      for (const last of back) {
        yield tidy([
          from,
          { x: from.x, y: down },
          { x: first, y: down },
          { x: first, y: corridor },
          { x: last, y: corridor },
          { x: last, y: over },
          { x: to.x, y: over },
          to,
        ])
      }
    }
  }
}

function nearest(values: readonly number[], to: number, count: number): number[] {
  return [...values].sort((left, right) => Math.abs(left - to) - Math.abs(right - to)).slice(0, count)
}

/** Drops points that do not bend. */
function tidy(points: readonly Point[]): Route {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last !== undefined && last.x === point.x && last.y === point.y) continue
    const before = kept.at(-2)
    const straight =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x && (last.y - before.y) * (point.y - last.y) > 0) ||
        (before.y === last.y && last.y === point.y && (last.x - before.x) * (point.x - last.x) > 0))
    if (straight) kept.pop()
    kept.push(point)
  }
  return kept
}

const price = { bend: 40, card: 60_000, along: 900, crossing: 420, reversal: 20_000 } as const

function cost(
  route: Route,
  { near, others, least, target }: { near: readonly Box[]; others: readonly Segment[]; least: number; target: string },
): number {
  let total = (route.length - 2) * price.bend
  for (const segment of segmentsOf(route, target)) total += distance(segment.a, segment.b)
  total += reversals(route) * price.reversal
  for (const segment of segmentsOf(route, target)) {
    if (total >= least) return total
    for (const box of near) if (cuts(segment, box)) total += price.card
    for (const other of others) total += meeting(segment, other)
  }
  return total
}

/** A way that turns back upon itself looks like a mistake. */
function reversals(route: Route): number {
  let count = 0
  for (let at = 2; at < route.length; at += 1) {
    const [a, b, c] = [route[at - 2]!, route[at - 1]!, route[at]!]
    const back =
      a.x === b.x && b.x === c.x
        ? (b.y - a.y) * (c.y - b.y) < 0
        : a.y === b.y && b.y === c.y && (b.x - a.x) * (c.x - b.x) < 0
    if (back) count += 1
  }
  return count
}

function segmentsOf(route: Route, target: string): Segment[] {
  return route.slice(1).map((b, at) => ({ a: route[at]!, b, target }))
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

/** True when a segment enters a card, its border and a breath around it included. */
function cuts({ a, b }: Segment, { x, y, width, height }: Box): boolean {
  const breath = 6
  const left = Math.min(a.x, b.x)
  const right = Math.max(a.x, b.x)
  const top = Math.min(a.y, b.y)
  const bottom = Math.max(a.y, b.y)
  const across = right > x - breath && left < x + width + breath
  // The ends of a line touch cards from above, below and the right.
  const touchesEdge = bottom <= y || top >= y + height || (a.y === b.y && left >= x + width)
  return across && bottom > y - breath && top < y + height + breath && !touchesEdge
}

function meeting(one: Segment, other: Segment): number {
  const upright = one.a.x === one.b.x
  const otherUpright = other.a.x === other.b.x
  if (upright !== otherUpright) return crosses(upright ? one : other, upright ? other : one) ? price.crossing : 0
  const apart = upright ? Math.abs(one.a.x - other.a.x) : Math.abs(one.a.y - other.a.y)
  if (apart >= step - 2) return 0
  const axis = upright ? 'y' : 'x'
  const from = Math.max(Math.min(one.a[axis], one.b[axis]), Math.min(other.a[axis], other.b[axis]))
  const to = Math.min(Math.max(one.a[axis], one.b[axis]), Math.max(other.a[axis], other.b[axis]))
  return to - from > 1 ? price.along : 0
}

function crosses(upright: Segment, level: Segment): boolean {
  const x = upright.a.x
  const y = level.a.y
  return (
    x > Math.min(level.a.x, level.b.x) &&
    x < Math.max(level.a.x, level.b.x) &&
    y > Math.min(upright.a.y, upright.b.y) &&
    y < Math.max(upright.a.y, upright.b.y)
  )
}
