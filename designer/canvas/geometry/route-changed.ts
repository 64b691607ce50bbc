import { type Drawing, type DrawnLine, routeDrawing } from './draw-scenario.ts'
import { type Box, boxAround } from './point.ts'
import { type Route, routeLines } from './route-lines.ts'

export interface Routed {
  readonly drawing: Drawing
  readonly routes: ReadonlyMap<string, Route>
}

/** Above this share of lines to find anew, all are. */
const share = 0.4
const around = 24

/**
 * The routes after an edit: lines that no changed card concerns keep their way, so that nothing moves without the user and
 * an undo does not wait for five hundred lines.
 */
export function routeChanged(drawing: Drawing, { before }: { before: Routed | null }): ReadonlyMap<string, Route> {
  if (before === null) return routeDrawing(drawing)
  const changed = changedBoxes(drawing, before.drawing)
  const old = new Map(before.drawing.lines.map((line) => [line.id, line]))
  const kept = new Map<string, Route>()
  const anew: DrawnLine[] = []
  for (const line of drawing.lines) {
    const route = before.routes.get(line.id)
    const stays =
      route !== undefined && sameEnds(line, old.get(line.id)) && !changed.some((box) => concerns(box, route))
    if (stays) kept.set(line.id, route)
    else anew.push(line)
  }
  if (anew.length > drawing.lines.length * share) return routeDrawing(drawing)
  const boxes = [...[...drawing.cards.values()].map(({ box }) => box), ...drawing.starts.map(({ box }) => box)]
  const beside = drawing.lines.flatMap((line) => {
    const route = kept.get(line.id)
    return route === undefined ? [] : [{ route, target: line.target }]
  })
  return new Map([...kept, ...routeLines(anew, { boxes, beside })])
}

/** Where cards are, or were, that did not stay as they were. */
function changedBoxes(drawing: Drawing, before: Drawing): Box[] {
  const boxes: Box[] = []
  for (const [id, { box }] of drawing.cards) {
    const old = before.cards.get(id)?.box
    if (old !== undefined && sameBox(old, box)) continue
    boxes.push(box)
    if (old !== undefined) boxes.push(old)
  }
  for (const [id, { box }] of before.cards) if (!drawing.cards.has(id)) boxes.push(box)
  return boxes
}

function sameBox(left: Box, right: Box): boolean {
  return left.x === right.x && left.y === right.y && left.width === right.width && left.height === right.height
}

function sameEnds(line: DrawnLine, old: DrawnLine | undefined): boolean {
  return (
    old !== undefined &&
    old.target === line.target &&
    old.labelled === line.labelled &&
    old.from.x === line.from.x &&
    old.from.y === line.from.y &&
    old.to.x === line.to.x &&
    old.to.y === line.to.y
  )
}

/** Whether a card stands in the rectangle that a way needs. */
function concerns(box: Box, route: Route): boolean {
  const { x, y, width, height } = boxAround(route.map((point) => ({ ...point, width: 0, height: 0 })))!
  return (
    box.x < x + width + around &&
    box.x + box.width > x - around &&
    box.y < y + height + around &&
    box.y + box.height > y - around
  )
}
