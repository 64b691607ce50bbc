import { registry } from '@relance/nodes/registry'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import pme from '../../../examples/scenarios/pme.json' with { type: 'json' }
import { createReader } from '../../document/node-reading.ts'
import { drawScenario } from '../geometry/draw-scenario.ts'
import { boxAround } from '../geometry/point.ts'
import { courseOrder } from './course-order.ts'
import { pageBands } from './page-bands.ts'
import { wrapText } from './wrap-text.ts'

const seed = 20261127
const measure = (text: string) => text.length

describe('A text on a card', () => {
  test('is broken between words and ends in « … » where the card is full', () => {
    const room = { width: 12, lines: 2, measure }
    expect(wrapText('Relance ferme', room)).toEqual(['Relance', 'ferme'])
    expect(wrapText('Relance ferme à la comptabilité', room)).toEqual(['Relance', 'ferme à la…'])
    expect(wrapText('Anticonstitutionnellement', room)).toEqual(['Anticonstit…'])
    expect(wrapText('', room)).toEqual([])
  })

  test('never is wider than its card', () => {
    const room = { width: 18, lines: 2, measure }
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        const lines = wrapText(text, room)
        expect(lines.length).toBeLessThanOrEqual(2)
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(18)
      }),
      { seed },
    )
  })
})

describe('A printed scenario', () => {
  const document = scenarioDocumentSchema.parse(pme)
  const { cards } = drawScenario(document, { read: createReader(registry) })
  const boxes = [...cards.values()].map(({ box }) => box)

  test('is cut into pages between its steps, and nothing is left out', () => {
    const around = boxAround(boxes)!
    const bands = pageBands(boxes, { around, height: 700 })
    expect(bands.length).toBeGreaterThan(1)
    expect(bands[0]!.y).toBe(around.y)
    expect(bands.reduce((sum, { height }) => sum + height, 0)).toBe(around.height)
    for (const { y, height } of bands) {
      expect(height).toBeLessThanOrEqual(700)
      for (const box of boxes) expect(box.y < y && box.y + box.height > y, `cut at ${y}`).toBe(false)
    }
  })

  test('still ends where a step is higher than a page', () => {
    const tall = { x: 0, y: 0, width: 10, height: 500 }
    const bands = pageBands([tall], { around: tall, height: 200 })
    expect(bands.map(({ height }) => height)).toEqual([200, 200, 100])
  })

  test('numbers every step once, from the first of the course on', () => {
    const order = courseOrder(cards, document.entries)
    expect(order[0]).toBe(document.entries.open)
    expect([...order].sort()).toEqual(document.nodes.map(({ id }) => id).sort())
  })
})
