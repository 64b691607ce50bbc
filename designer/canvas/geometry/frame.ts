import type { Drawing } from './draw-scenario.ts'
import { type Box, boxAround } from './point.ts'
import type { Route } from './route-lines.ts'

const padding = 36
/** Height of the ribbon of rules, by the width that it has to break into rows. */
const ribbons = [
  { from: 930, height: 44 },
  { from: 600, height: 74 },
  { from: 0, height: 134 },
] as const

/** The frame around everything that an open invoice may go through, ribbon included; null while there is no course. */
export function frameOf(
  { cards, starts, lines }: Drawing,
  { routes, entry }: { routes: ReadonlyMap<string, Route>; entry: string | null },
): Box | null {
  const inside = courseOf(entry, { cards })
  if (inside.size === 0) return null
  const boxes: Box[] = [...inside].map((id) => cards.get(id)!.box)
  const start = starts.find(({ id }) => id === '$open')
  if (start !== undefined) boxes.push(start.box)
  for (const { id, source } of lines) {
    if (!inside.has(source)) continue
    for (const point of routes.get(id) ?? []) boxes.push({ ...point, width: 0, height: 0 })
  }
  const around = boxAround(boxes)!
  const width = around.width + 2 * padding
  const head = ribbons.find(({ from }) => width >= from)!.height
  const top = around.y - padding + 12 - head
  return { x: around.x - padding, y: top, width, height: around.y + around.height + padding - top }
}

function courseOf(entry: string | null, { cards }: { cards: Drawing['cards'] }): Set<string> {
  const met = new Set<string>()
  const open = entry === null ? [] : [entry]
  while (open.length > 0) {
    const id = open.pop()!
    const card = cards.get(id)
    if (card === undefined || met.has(id)) continue
    met.add(id)
    for (const exit of [card.exits.main, ...card.exits.side]) if (exit?.target != null) open.push(exit.target)
  }
  return met
}
