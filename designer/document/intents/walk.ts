import type { Card } from '../../canvas/geometry/draw-scenario.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The step that an arrow key leads to: down the main road, right into exceptions, up and left back where one came from. */
export function walk(from: string, { direction, cards }: { direction: Direction; cards: ReadonlyMap<string, Card> }) {
  const card = cards.get(from)
  if (card === undefined) return null
  const { main, side } = card.exits
  if (direction === 'down') return main?.target ?? side.find(({ target }) => target !== null)?.target ?? null
  if (direction === 'right')
    return side.find(({ target }) => target !== null)?.target ?? beside(from, { cards, sign: 1 })
  const before = predecessors(from, { cards })
  if (direction === 'up')
    return (before.find(({ exits }) => exits.main?.target === from) ?? before[0])?.reading.node.id ?? null
  const parent = before.find(({ exits, box }) => exits.main?.target !== from && box.x < card.box.x)
  return parent?.reading.node.id ?? beside(from, { cards, sign: -1 })
}

function predecessors(to: string, { cards }: { cards: ReadonlyMap<string, Card> }): Card[] {
  return [...cards.values()].filter(
    ({ exits, reading }) => reading.node.id !== to && [exits.main, ...exits.side].some((exit) => exit?.target === to),
  )
}

/** The nearest card to the left or right, whatever the lines say: loose steps are reachable too. */
function beside(from: string, { cards, sign }: { cards: ReadonlyMap<string, Card>; sign: 1 | -1 }): string | null {
  const { box } = cards.get(from)!
  let nearest: { id: string; far: number } | null = null
  for (const [id, other] of cards) {
    const across = (other.box.x - box.x) * sign
    if (across < box.width / 2) continue
    const far = across + 2 * Math.abs(other.box.y - box.y)
    if (nearest === null || far < nearest.far) nearest = { id, far }
  }
  return nearest?.id ?? null
}
