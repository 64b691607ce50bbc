import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Concerned, restraintId, restraintIdsOn, restraintScopes, restraintsOn } from './restraint.ts'

const concerned: Concerned = {
  ...{
    entity: 'CORV',
    segment: 'pme',
    debtor: 'CORV:C1',
    item: 'CORV:FA-1:2026',
    issuedOn: '2026-03-01',
    contact: 'CORV:C1/4f2a',
  },
}
const restraints = (...ids: string[]) => restraintsOn(concerned, new Map(ids.map((id) => [id, null])))

describe('what keeps messages from leaving', () => {
  it('is nothing where nobody decided anything', () => {
    expect(restraints()).toEqual({ held: null, excluded: null })
  })

  it('is told by its widest hold, so that everybody sees that all sending is stopped', () => {
    expect(restraints('hold:invoice:CORV:FA-1:2026', 'hold:everything').held).toBe('everything')
    expect(restraints('hold:segment:pme', 'hold:debtor:CORV:C1').held).toBe('segment')
  })

  it('does not reach another customer, segment, contact or invoice', () => {
    const others = ['hold:segment:tpe', 'hold:debtor:CORV:C2', 'hold:invoice:CORV:FA-2:2026', 'hold:entity:MERI']
    expect(restraints(...others, 'exclusion:contact:CORV:C1/0000')).toEqual({ held: null, excluded: null })
  })

  it('excludes a person, a customer or an invoice', () => {
    expect(restraints('exclusion:contact:CORV:C1/4f2a').excluded).toBe('contact')
    expect(restraints('exclusion:debtor:CORV:C1').excluded).toBe('debtor')
    expect(restraints('exclusion:invoice:CORV:FA-1:2026').excluded).toBe('invoice')
  })

  it('is the judgment for what was invoiced up to its day, and nothing for what came after it', () => {
    const judged = (day: string) => restraintsOn(concerned, new Map([['hold:insolvency:CORV:C1', day]])).held
    expect([judged('2026-03-02'), judged('2026-03-01'), judged('2026-02-28')]).toEqual([
      'insolvency',
      'insolvency',
      null,
    ])
  })

  it('is always found by the ids that a look asks for', () => {
    const names = fc.record({
      kind: fc.constantFrom('hold' as const, 'exclusion' as const),
      scope: fc.constantFrom(...restraintScopes),
      target: fc.constantFrom('', 'CORV', 'pme', 'CORV:C1', 'CORV:FA-1:2026', 'CORV:C1/4f2a', 'tpe'),
    })
    fc.assert(
      fc.property(fc.array(names, { maxLength: 6 }), (drawn) => {
        const inForce = new Map(drawn.map((name) => [restraintId(name), null]))
        const { held, excluded } = restraintsOn(concerned, inForce)
        const asked = restraintIdsOn(concerned).filter((id) => inForce.has(id))
        expect(held !== null || excluded !== null).toBe(asked.length > 0)
      }),
      { seed: 20261125, numRuns: 300 },
    )
  })
})
