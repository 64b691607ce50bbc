import type { Drawing, DrawnLine } from './draw-scenario.ts'
import type { Box, Point } from './point.ts'

/**
 * A drawing while some of its cards are dragged: they, the starts over them and the ends of their lines move along. Drawn
 * for every frame, so it touches nothing else.
 */
export function shiftDrawing(drawing: Drawing, moving: ReadonlyMap<string, Point>): Drawing {
  if (moving.size === 0) return drawing
  const by = shifts(drawing, moving)
  const cards = new Map(drawing.cards)
  for (const [id, shift] of by) {
    const card = cards.get(id)
    if (card !== undefined) cards.set(id, { ...card, box: moved(card.box, shift) })
  }
  return {
    cards,
    starts: drawing.starts.map((start) => ({ ...start, box: moved(start.box, by.get(start.id)) })),
    lines: drawing.lines.map((line) => (by.has(line.source) || by.has(line.target) ? follow(line, by) : line)),
  }
}

/** Lines that a drag moves. */
export function draggedLines(drawing: Drawing, moving: ReadonlyMap<string, Point>): DrawnLine[] {
  const by = shifts(drawing, moving)
  return drawing.lines.filter(({ source, target }) => by.has(source) || by.has(target))
}

function shifts({ cards, lines }: Drawing, moving: ReadonlyMap<string, Point>): Map<string, Point> {
  const by = new Map<string, Point>()
  for (const [id, to] of moving) {
    const box = cards.get(id)?.box
    if (box !== undefined) by.set(id, { x: to.x - box.x, y: to.y - box.y })
  }
  // A start hangs over its first step.
  for (const { source, target } of lines) {
    const shift = by.get(target)
    if (source.startsWith('$') && shift !== undefined) by.set(source, shift)
  }
  return by
}

function moved(box: Box, shift: Point | undefined): Box {
  return shift === undefined ? box : { ...box, x: box.x + shift.x, y: box.y + shift.y }
}

function follow(line: DrawnLine, by: ReadonlyMap<string, Point>): DrawnLine {
  const [from, to] = [by.get(line.source), by.get(line.target)]
  return {
    ...line,
    from: from === undefined ? line.from : { x: line.from.x + from.x, y: line.from.y + from.y },
    to: to === undefined ? line.to : { x: line.to.x + to.x, y: line.to.y + to.y },
  }
}
