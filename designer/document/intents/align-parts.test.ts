import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignParts, type PlacedPart, sides } from './align-parts.ts'
import { distributeParts } from './distribute-parts.ts'

const seed = 20261127
const length = fc.integer({ min: 40, max: 300 })
const place = fc.integer({ min: -3_000, max: 3_000 })
const someParts = fc
  .array(fc.record({ x: place, y: place, width: length, height: length }), { minLength: 2, maxLength: 8 })
  .map((boxes) => boxes.map((box, at): PlacedPart => ({ id: `step-${at}`, list: at % 2 ? 'notes' : 'nodes', box })))

function after(parts: readonly PlacedPart[], move: ReturnType<typeof alignParts>): PlacedPart[] {
  const places = { ...move.nodes, ...move.notes }
  return parts.map((part) => ({ ...part, box: { ...part.box, ...places[part.id] } }))
}

describe('Lining up', () => {
  test('puts steps of one width exactly under each other, and moves nothing up or down', () => {
    const boxes = [
      { x: 12, y: 0, width: 256, height: 80 },
      { x: -40, y: 160, width: 256, height: 48 },
    ]
    const parts = boxes.map((box, at): PlacedPart => ({ id: `step-${at}`, list: 'nodes', box }))
    expect(alignParts(parts, { side: 'left' }).nodes).toEqual({
      'step-0': { x: -40, y: 0 },
      'step-1': { x: -40, y: 160 },
    })
  })

  test('done twice changes nothing more', () => {
    fc.assert(
      fc.property(someParts, fc.constantFrom(...sides), (parts, side) => {
        const once = after(parts, alignParts(parts, { side }))
        const twice = after(once, alignParts(once, { side }))
        twice.forEach(({ box }, at) => {
          expect(Math.abs(box.x - once[at]!.box.x)).toBeLessThanOrEqual(1)
          expect(Math.abs(box.y - once[at]!.box.y)).toBeLessThanOrEqual(1)
        })
      }),
      { seed },
    )
  })
})

describe('Distributing', () => {
  test('leaves steps in their order, evenly apart and none over another', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        fc.pre(parts.length >= 3)
        const spread = after(parts, distributeParts(parts, { direction: 'down' })).sort((a, b) => a.box.y - b.box.y)
        const gaps = spread.slice(1).map(({ box }, at) => box.y - spread[at]!.box.y - spread[at]!.box.height)
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(23)
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2)
        expect(spread[0]!.box.y).toBe(Math.min(...parts.map(({ box }) => box.y)))
      }),
      { seed },
    )
  })
})
