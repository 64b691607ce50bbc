import type { Point } from './point.ts'

const radius = 10

/** SVG path through points with right angles, its corners rounded by at most 10 pixels. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const parts = [`M${first.x} ${first.y}`]
  rest.forEach((corner, at) => {
    const before = points[at]!
    const after = rest[at + 1]
    if (after === undefined) {
      parts.push(`L${corner.x} ${corner.y}`)
      return
    }
    const reach = Math.min(radius, length(before, corner) / 2, length(corner, after) / 2)
    const start = toward(corner, before, reach)
    const end = toward(corner, after, reach)
    parts.push(`L${start.x} ${start.y}`, `Q${corner.x} ${corner.y} ${end.x} ${end.y}`)
  })
  return parts.join('')
}

/** The middle of the longest stretch: where a button on the line disturbs least. */
export function middleOf(points: readonly Point[]): Point {
  let best = { at: points[0] ?? { x: 0, y: 0 }, length: -1 }
  for (let at = 1; at < points.length; at += 1) {
    const [a, b] = [points[at - 1]!, points[at]!]
    if (length(a, b) > best.length) best = { at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, length: length(a, b) }
  }
  return best.at
}

function length(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function toward(from: Point, to: Point, by: number): Point {
  const total = length(from, to)
  if (total === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / total, y: from.y + ((to.y - from.y) * by) / total }
}
