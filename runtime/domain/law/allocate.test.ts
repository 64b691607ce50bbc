import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, type Debt } from './allocate.ts'

const seed = 20_260_503
const today = '2026-06-01'

function debt(id: string, change: Partial<Debt> = {}): Debt {
  return { id, dueDate: '2026-04-30', issueDate: '2026-03-31', principal: 100, interest: 0, rate: 1_215, ...change }
}

const given = (amount: number, debts: readonly Debt[], chosen: readonly string[] = []) =>
  allocate(amount, { debts, today, chosen })

describe('a part payment', () => {
  test("pays what the debtor names, in the debtor's order", () => {
    const debts = [debt('old', { dueDate: '2026-01-31' }), debt('mid', { dueDate: '2026-02-28' }), debt('new')]
    expect(given(150, debts, ['new', 'mid']).shares).toEqual([
      { id: 'new', interest: 0, principal: 100 },
      { id: 'mid', interest: 0, principal: 50 },
    ])
  })

  test('pays what is due before what is not', () => {
    const debts = [debt('coming', { dueDate: '2026-07-31', rate: 9_999 }), debt('due')]
    expect(given(120, debts).shares.map(({ id, principal }) => [id, principal])).toEqual([
      ['due', 100],
      ['coming', 20],
    ])
  })

  test('pays first what costs the debtor most, then the oldest', () => {
    const debts = [debt('oldest', { dueDate: '2026-01-31' }), debt('dear', { rate: 1_315 }), debt('other')]
    expect(given(250, debts).shares.map(({ id }) => id)).toEqual(['dear', 'oldest', 'other'])
  })

  test('is spread in proportion over equals, to the cent', () => {
    const debts = [debt('a', { principal: 100 }), debt('b', { principal: 100 }), debt('c', { principal: 100 })]
    expect(given(100, debts).shares.map(({ principal }) => principal)).toEqual([34, 33, 33])
  })

  test('pays interest before principal within one debt', () => {
    expect(given(60, [debt('a', { interest: 45 })]).shares).toEqual([{ id: 'a', interest: 45, principal: 15 }])
  })

  test('leaves what exceeds all debts', () => {
    expect(given(130, [debt('a')])).toEqual({ shares: [{ id: 'a', interest: 0, principal: 100 }], rest: 30 })
    expect(given(130, [], ['unknown'])).toEqual({ shares: [], rest: 130 })
  })
})

test('no unit is lost or made, no debt gets more than it needs, whatever the debts', () => {
  const dates = fc.constantFrom('2026-01-31', '2026-04-30', '2026-06-01', '2026-07-31')
  const debts = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      dueDate: dates,
      issueDate: fc.constantFrom('2025-12-31', '2026-01-02'),
      principal: fc.integer({ min: 0, max: 10 ** 12 }),
      interest: fc.integer({ min: 0, max: 10 ** 9 }),
      rate: fc.constantFrom(0, 1_215, 1_315),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 13 }),
      debts,
      fc.array(fc.string({ maxLength: 3 })),
      (amount, all, chosen) => {
        const named = [...chosen, ...all.slice(0, 2).map(({ id }) => id)]
        const { shares, rest } = allocate(amount, { debts: all, today, chosen: named })
        const paid = shares.reduce((sum, { interest, principal }) => sum + interest + principal, 0)
        expect(paid + rest).toBe(amount)
        const needed = all.reduce((sum, { interest, principal }) => sum + interest + principal, 0)
        expect(rest).toBe(Math.max(0, amount - needed))
        for (const { id, interest, principal } of shares) {
          const one = all.find((debt) => debt.id === id)!
          expect(interest + principal).toBeGreaterThan(0)
          expect(interest).toBeLessThanOrEqual(one.interest)
          expect(principal).toBeLessThanOrEqual(one.principal)
          if (principal > 0) expect(interest).toBe(one.interest)
        }
        expect(new Set(shares.map(({ id }) => id)).size).toBe(shares.length)
      },
    ),
    { seed, numRuns: 500 },
  )
})
