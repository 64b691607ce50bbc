import { registry } from '@relance/nodes/registry'
import { frenchHolidays as holidays } from '@relance/runtime/domain/calendar/french-holidays'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { describe, expect, test } from 'vitest'
import tpe from '../../examples/scenarios/tpe.json' with { type: 'json' }
import { type Sample, typicalSample } from '../course/sample.ts'
import { checkScenario } from './check-scenario.ts'
import { smallScenario } from './small-scenario.ts'

const sample: Sample = typicalSample({ today: '2026-09-01', whatIf: { type: 'never-answers' } })
const document = scenarioDocumentSchema.parse(tpe)

describe('Checking a drawing', () => {
  test('dates the steps of a scenario in the order in which they come', () => {
    const { problems, course } = checkScenario({ document, registry, sample, holidays })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(course?.dates[document.entries.open!]).toMatch(/^2026-09-28/)
    const days = Object.values(course!.dates)
    expect([...days].sort()).toEqual(days)
    expect(course?.acts).toBeGreaterThan(2)
  })

  test('dates nothing after a payment but the thanks', () => {
    const paid = { ...sample, whatIf: { type: 'pays', daysLate: -10 } } as const
    const { course } = checkScenario({ document, registry, sample: paid, holidays })
    expect(course?.end).toBe('settled')
    expect(Object.keys(course!.dates)).toContain(document.entries.paid)
  })

  test('tells of a step of unknown kind instead of dating', () => {
    const { problems, course } = checkScenario({ document: smallScenario(), registry, sample, holidays })
    expect(problems).toContainEqual(expect.objectContaining({ code: 'unknown-kind', node: 'fax-1' }))
    expect(course).toBeNull()
  })
})
