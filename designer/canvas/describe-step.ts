import type { Exit } from '../document/exits.ts'
import type { NodeReading } from '../document/node-reading.ts'
import { capital } from '../format/capital.ts'
import type { Card } from './geometry/draw-scenario.ts'
import type { StudioContent } from './studio-context.tsx'

type Speech = Pick<StudioContent, 'say' | 'sayWords'>

/** The title of a step as lists and screen readers name it: its own label, or what it does. */
export function stepTitle({ node, name, sentence }: NodeReading, { sayWords }: Pick<Speech, 'sayWords'>): string {
  if (node.label !== '') return node.label
  return sentence === null ? sayWords(name) : capital(sayWords(sentence))
}

/** A card read aloud: what it is, what it does, where each exit leads. */
export function describeStep(
  card: Card,
  { cards, say, sayWords }: Speech & { cards: ReadonlyMap<string, Card> },
): string {
  const { reading, exits } = card
  const leads = [exits.main, ...exits.side]
    .filter((exit) => exit !== null)
    .map((exit) => describeExit(exit, { cards, say, sayWords }))
  const { node, name, sentence } = reading
  const what = [
    node.label,
    sayWords(name),
    sentence === null ? '' : sayWords(sentence),
    node.locked === true ? say('card.locked') : '',
  ]
  return [...what.filter((text) => text !== ''), ...leads].join('. ')
}

function describeExit(exit: Exit, { cards, say, sayWords }: Speech & { cards: ReadonlyMap<string, Card> }): string {
  const outcomes = exit.outcomes.map(({ words }) => sayWords(words)).join(', ')
  const target = exit.target === null ? undefined : cards.get(exit.target)
  if (target === undefined) return say('aria.leadsNowhere', { outcomes })
  return say('aria.leadsTo', { outcomes, target: stepTitle(target.reading, { sayWords }) })
}
