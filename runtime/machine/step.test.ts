import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts'
import { compiledDocument } from '../testing/draw.ts'
import { arbitraryWhims, type Stride, wander } from '../testing/wander.ts'
import { pending, describe as whereabouts } from './describe.ts'
import { start, step } from './step.ts'
import type { MachineEvent } from './types.ts'

const seed = 20_260_201

// Time enough for the properties on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
const runs = { seed, numRuns: 300 }
const lives = fc.tuple(arbitraryScenario(), arbitraryWhims)

type Document = { policy: { stopRules: { dispute: boolean; promise: boolean } } }

const actsOf = ({ effects }: Stride) => effects.filter((effect) => effect.type === 'act')

describe('whatever is drawn and whatever happens', () => {
  test('after a payment nothing is done but what thanks for it', () => {
    fc.assert(
      fc.property(lives, ([document, whims]) => {
        const strides = wander(compiledDocument(document), { whims })
        const paid = strides.findIndex(({ event, before }) => event?.type === 'PAID' && before?.status === 'active')
        if (paid < 0) return
        const nodes = strides.slice(paid).flatMap((stride) => actsOf(stride).map(({ node }) => node))
        expect(nodes.filter((node) => !node.startsWith('t'))).toEqual([])
      }),
      runs,
    )
  })

  test('nothing is done while a dispute, a promise or a hold stands, by the stop rules of the scenario', () => {
    fc.assert(
      fc.property(lives, ([document, whims]) => {
        const { stopRules } = (document as unknown as Document).policy
        for (const stride of wander(compiledDocument(document), { whims })) {
          if (actsOf(stride).length === 0) continue
          const { disputed, promised, held } = stride.state.context
          expect(held).toBe(false)
          if (actsOf(stride)[0]!.node.startsWith('t')) continue
          expect(stopRules.dispute && disputed).toBe(false)
          expect(stopRules.promise && promised).toBe(false)
        }
      }),
      runs,
    )
  })

  test('no step is done twice for one visit', () => {
    fc.assert(
      fc.property(lives, ([document, whims]) => {
        const acts = wander(compiledDocument(document), { whims }).flatMap(actsOf)
        const keys = acts.map(({ node, visit }) => `${node}/${visit}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      runs,
    )
  })

  test('a file put away as text after every step goes on exactly as one that was not', () => {
    fc.assert(
      fc.property(lives, ([document, whims]) => {
        const compiled = compiledDocument(document)
        const kept = wander(compiled, { whims })
        const stored = wander(compiled, { whims, through: (state) => JSON.parse(JSON.stringify(state)) })
        expect(stored).toEqual(kept)
      }),
      runs,
    )
  })

  test('an answer that comes late or twice changes nothing', () => {
    fc.assert(
      fc.property(lives, ([document, whims]) => {
        const compiled = compiledDocument(document)
        const strides = wander(compiled, { whims })
        const last = strides.at(-1)!.state
        for (const { event } of strides) {
          if (!event || !('visit' in event) || event.visit === last.context.visit) continue
          expect(step(compiled, last, event)).toEqual({ state: last, effects: [] })
        }
      }),
      runs,
    )
  })

  test('what a file waits for can be told from its state alone', () => {
    fc.assert(
      fc.property(lives, ([document, whims]) => {
        const compiled = compiledDocument(document)
        let asked: unknown = null
        for (const { effects, state, before } of wander(compiled, { whims })) {
          const questions = effects.filter(({ type }) => ['date', 'sleep', 'facts', 'act'].includes(type))
          const moved = before === null || JSON.stringify(before.value) !== JSON.stringify(state.value)
          if (questions.length > 0) asked = questions.at(-1)
          else if (moved && whereabouts(state).phase === null) asked = null
          else if (moved && ['due', 'parked', 'over'].includes(whereabouts(state).phase!)) asked = null
          expect(pending(compiled, state)).toEqual(asked)
        }
      }),
      runs,
    )
  })

  test('a made-up event is refused and changes nothing', () => {
    const forged = fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.constantFrom('xstate.init', 'xstate.stop', 'xstate.done.state.file', 'START', 'FACTS', '*'),
      }),
      fc.record({ type: fc.constant('FACTS'), node: fc.string(), visit: fc.nat(), facts: fc.anything() }),
    )
    fc.assert(
      fc.property(arbitraryScenario(), forged, (document, event) => {
        const compiled = compiledDocument(document)
        const { state } = start(compiled)
        expect(step(compiled, state, event as MachineEvent)).toEqual({ state, effects: [] })
      }),
      runs,
    )
  })
})
