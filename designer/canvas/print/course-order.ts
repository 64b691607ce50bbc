import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Card } from '../geometry/draw-scenario.ts'

/** The steps in the order in which a file meets them: down the main road, then its exceptions, then what follows a payment. */
export function courseOrder(cards: ReadonlyMap<string, Card>, { open, paid }: ScenarioDocument['entries']): string[] {
  const met = new Set<string>()
  const follow = (start: string) => {
    const waiting = [start]
    while (waiting.length > 0) {
      const id = waiting.pop()!
      const card = cards.get(id)
      if (card === undefined || met.has(id)) continue
      met.add(id)
      const side = card.exits.side.flatMap(({ target }) => (target === null ? [] : [target]))
      waiting.push(...side.reverse(), ...(card.exits.main?.target == null ? [] : [card.exits.main.target]))
    }
  }
  for (const entry of [open, paid]) if (entry !== null) follow(entry)
  for (const id of cards.keys()) follow(id)
  return [...met]
}
