import { registry } from '@relance/nodes/registry'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { describe, expect, test } from 'vitest'
import tpe from '../../examples/scenarios/tpe.json' with { type: 'json' }
import { checkScenario, type Sample } from './check-scenario.ts'
import { smallScenario } from './small-scenario.ts'

const sample: Sample = {
  issueDate: '2026-09-01',
  dueDate: '2026-10-01',
  amount: 480_000,
  whatIf: { type: 'never-answers' },
}
const document = scenarioDocumentSchema.parse(tpe)

describe('Checking a drawing', () => {
  test('dates the steps of a scenario in the order in which they come', () => {
    const { problems, dates, summary } = checkScenario({ document, registry, sample })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(dates[document.entries.open!]).toBe('2026-09-28')
    const days = Object.values(dates)
    expect([...days].sort()).toEqual(days)
    expect(summary?.acts).toBeGreaterThan(2)
  })

  test('dates nothing after a payment but the thanks', () => {
    const paid = checkScenario({ document, registry, sample: { ...sample, whatIf: { type: 'pays', daysLate: -10 } } })
    expect(paid.summary?.end).toBe('settled')
    expect(Object.keys(paid.dates)).toContain(document.entries.paid)
  })

  test('tells of a step of unknown kind instead of dating', () => {
    const { problems, dates } = checkScenario({ document: smallScenario(), registry, sample })
    expect(problems).toContainEqual(expect.objectContaining({ code: 'unknown-kind', node: 'fax-1' }))
    expect(dates).toEqual({})
  })
})
