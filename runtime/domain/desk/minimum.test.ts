import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimumOf, shortAccount } from './minimum.ts'

const today = '2026-10-14'
const item = (id: string, open: number, dueDate: string) => ({ id, open, dueDate })
const ask = (items: ReturnType<typeof item>[], minimum = 1_500, asked: string[] = ['A']) =>
  shortAccount({ items, asked: new Set(asked), minimum, today })

describe('the minimum of a customer', () => {
  const usual = [{ currency: 'EUR', reminder: 1_500, legal: 10_000 }]
  const of = (changes: Partial<Parameters<typeof minimumOf>[0]> = {}) =>
    minimumOf({ currency: 'EUR', legal: false, own: [], usual, ...changes })

  it('is the entity’s, higher for a formal notice, and nothing in a currency that nobody named', () => {
    expect([of(), of({ legal: true }), of({ currency: 'USD' })]).toEqual([1_500, 10_000, 0])
  })

  it('is the customer’s own where it has one, be it nothing at all', () => {
    const own = [{ currency: 'EUR', reminder: 0, legal: 0 }]
    expect([of({ own }), of({ own, legal: true })]).toEqual([0, 0])
  })
})

describe('an account', () => {
  it('of 3.20 is not written to', () => {
    expect(ask([item('A', 320, '2026-10-01')])).toEqual({ claimed: 320, minimum: 1_500, enoughOn: null })
  })

  it('is written to as soon as another invoice makes it owe enough, and says when that will be', () => {
    const small = item('A', 320, '2026-10-01')
    expect(ask([small, item('B', 1_180, '2026-10-13')])).toBeNull()
    expect(ask([small, item('B', 500, '2026-10-20'), item('C', 90_000, '2026-10-30')])?.enoughOn).toBe('2026-10-31')
  })

  it('is measured net of its credit notes', () => {
    const [large, credit] = [item('A', 90_000, '2026-10-01'), item('N', -89_500, '2026-09-01')]
    expect(ask([large, credit])?.claimed).toBe(500)
  })

  it('counts an invoice that is reminded of before it is due', () => {
    expect(ask([item('A', 90_000, '2026-11-30')])).toBeNull()
    expect(ask([item('A', 90_000, '2026-11-30')], 1_500, [])?.claimed).toBe(0)
  })

  it('never waits for a day on which it would still owe too little', () => {
    const items = fc.array(
      fc.record({
        id: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        open: fc.integer({ min: -2_000, max: 2_000 }),
        dueDate: fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(items, (drawn) => {
        const found = ask(drawn)
        if (found === null || found.enoughOn === null) return
        const then = { items: drawn, asked: new Set(['A']), minimum: 1_500, today: found.enoughOn }
        expect(shortAccount(then)).toBeNull()
        expect(found.enoughOn > today).toBe(true)
      }),
      { seed: 20261014, numRuns: 500 },
    )
  })
})
