import { registry } from '@relance/nodes/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyCommand } from '../../document/command.ts'
import { largeScenario } from '../../document/large-scenario.ts'
import { createReader } from '../../document/node-reading.ts'
import { smallScenario } from '../../document/small-scenario.ts'
import { arrange } from './arrange.ts'
import { drawScenario, routeDrawing } from './draw-scenario.ts'
import type { Box, Point } from './point.ts'
import { middleOf, roundedPath } from './rounded-path.ts'
import { routeChanged } from './route-changed.ts'

const read = createReader(registry)

function arranged(document: ScenarioDocument): ScenarioDocument {
  const applied = applyCommand(document, arrange(document, { read }))
  return 'refused' in applied ? document : applied.document
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function enters(a: Point, b: Point, box: Box): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  return right > box.x && left < box.x + box.width && bottom > box.y && top < box.y + box.height
}

function cardsCut(document: ScenarioDocument): string[] {
  const drawing = drawScenario(document, { read })
  const cut: string[] = []
  for (const [id, route] of routeDrawing(drawing)) {
    for (const [card, { box }] of drawing.cards) {
      if (route.some((point, at) => at > 0 && enters(route[at - 1]!, point, box))) cut.push(`${id} through ${card}`)
    }
  }
  return cut
}

/** A course of any form: each step leads on, some to far or earlier steps. */
const anyCourse = fc
  .array(fc.record({ ahead: fc.integer({ min: 1, max: 6 }), exception: fc.integer({ min: -4, max: 8 }) }), {
    minLength: 2,
    maxLength: 30,
  })
  .map((steps): ScenarioDocument => {
    const { nodes } = smallScenario()
    const id = (at: number) => `s${Math.max(0, Math.min(steps.length - 1, at))}`
    return {
      ...smallScenario(),
      entries: { open: 's0', paid: null },
      nodes: steps.map((_, at) => ({ ...nodes[1]!, id: id(at) })),
      edges: steps.flatMap(({ ahead, exception }, at) => [
        { source: id(at), port: 'sent', target: id(at + ahead) },
        { source: id(at), port: 'cancelled', target: id(at + exception) },
      ]),
    }
  })

describe('A scenario that was tidied up', () => {
  test('never lays one card over another', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const boxes = [...drawScenario(arranged(course), { read }).cards.values()].map(({ box }) => box)
        for (const [at, box] of boxes.entries()) {
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false)
        }
      }),
      { seed: 20261014, numRuns: 200 },
    )
  })

  test('draws its main road straight down', () => {
    const document = arranged(smallScenario())
    const x = (id: string) => document.nodes.find((node) => node.id === id)!.position.x
    for (const id of ['send-email-1', 'call-task-1', 'end-1']) expect(x(id)).toBe(x('wait-1'))
    expect(x('fax-1')).toBeGreaterThan(x('wait-1') + 256)
  })

  test('is drawn the same twice', () => {
    expect(arranged(arranged(smallScenario()))).toEqual(arranged(smallScenario()))
  })

  test.each([
    ['a small course', smallScenario()],
    ['a course of 120 steps', largeScenario(120)],
  ])('leads no line of %s through a card', (_, document) => {
    expect(cardsCut(arranged(document))).toEqual([])
  })

  test('leads next to no line through a card, whatever the form of the course', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        expect(cardsCut(arranged(course))).toEqual([])
      }),
      { seed: 20261014, numRuns: 100 },
    )
  })
})

describe('After an edit', () => {
  const document = arranged(largeScenario(60))
  const drawing = drawScenario(document, { read })
  const before = { drawing, routes: routeDrawing(drawing) }

  test('lines that it does not concern keep their way: nothing else moves', () => {
    const moved = applyCommand(document, { type: 'move', nodes: { 'step-3': { x: 900, y: 500 } } })
    if ('refused' in moved) throw new Error(moved.refused)
    const after = routeChanged(drawScenario(moved.document, { read }), { before })
    expect(after.get('step-50:sent')).toBe(before.routes.get('step-50:sent'))
    expect(after.get('step-3:no-answer')).not.toEqual(before.routes.get('step-3:no-answer'))
  })

  test('a line that led where a card now stands goes around it', () => {
    const { from, to } = drawing.lines.find(({ id }) => id === 'step-2:otherwise')!
    const between = { x: from.x - 128, y: (from.y + to.y) / 2 }
    const moved = applyCommand(document, { type: 'move', nodes: { 'step-40': between } })
    if ('refused' in moved) throw new Error(moved.refused)
    const next = drawScenario(moved.document, { read })
    const route = routeChanged(next, { before }).get('step-2:otherwise')!
    const { box } = next.cards.get('step-40')!
    expect(route.some((point, at) => at > 0 && enters(route[at - 1]!, point, box))).toBe(false)
  })
})

describe('Exits of a call', () => {
  test('that go on to the same step are drawn as one line under the words of all', () => {
    const { cards } = drawScenario(largeScenario(7), { read })
    const { exits } = cards.get('step-3')!
    expect(exits.main?.outcomes.map(({ port }) => port)).toContain('no-answer')
    expect(exits.main?.outcomes).toHaveLength(4)
    expect(exits.side.map(({ outcomes }) => outcomes.length)).toEqual([3])
  })

  test('that lead nowhere yet are each shown, except the failure, which may stay open', () => {
    const document = { ...smallScenario(), edges: [] }
    const { exits } = drawScenario(document, { read }).cards.get('call-task-1')!
    expect(exits.side.map(({ port }) => port)).not.toContain('error')
    expect(exits.side).toHaveLength(6)
  })

  test('of an unknown kind are those that its lines have', () => {
    const { exits, reading } = drawScenario(smallScenario(), { read }).cards.get('fax-1')!
    expect(reading.shape).toBe('unknown')
    expect(exits.main?.port).toBe('received')
  })
})

describe('A line', () => {
  test('turns with rounded corners and ends where it should', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 50 },
      { x: 80, y: 50 },
    ]
    expect(roundedPath(points)).toBe('M0 0L0 40Q0 50 10 50L80 50')
    expect(middleOf(points)).toEqual({ x: 40, y: 50 })
  })
})
