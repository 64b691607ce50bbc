import { registry } from '@relance/nodes/registry'
import { frenchHolidays as holidays } from '@relance/runtime/domain/calendar/french-holidays'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import pme from '../../examples/scenarios/pme.json' with { type: 'json' }
import { checkScenario } from '../document/check-scenario.ts'
import { trailOf } from './dated-course.ts'
import { positionsOf } from './positions.ts'
import { dueOn, typicalSample } from './sample.ts'
import { daysOf, usualWhatIf, withDays } from './what-ifs.ts'

const document = scenarioDocumentSchema.parse(pme)
const sample = typicalSample({ today: '2026-03-02', whatIf: usualWhatIf['never-answers'] })
const played = (change: Partial<typeof sample>) =>
  checkScenario({ document, registry, sample: { ...sample, ...change }, holidays }).course!

describe('The course of one invoice', () => {
  test('walks from the first step along the drawing, and ends where the last moment stands', () => {
    const course = played({})
    const trail = trailOf(course, course.moments.length - 1)
    expect(trail[0]).toBe(document.entries.open)
    expect(trail.length).toBeGreaterThan(5)
    expect(trailOf(course, 0)).toEqual([document.entries.open])
  })

  test('says of a reminder due on Easter Monday that it was a holiday', () => {
    // The first reminder comes three days after the due date.
    const { delays } = played(dueOn(sample, '2026-04-03'))
    expect(Object.values(delays).flat()).toContainEqual(
      expect.objectContaining({ wished: '2026-04-06', reason: 'holiday' }),
    )
  })

  test('a dispute on the twentieth day holds the next step back until it is resolved', () => {
    const disputes = withDays(usualWhatIf.disputes, { name: 'lasts', value: 30 })
    const { moments } = played({ whatIf: disputes })
    const told = moments.flatMap(({ delays }) => delays.map(({ reason }) => reason))
    expect(told).toContain('disputed')
  })

  test('a dispute of no days is never resolved', () => {
    const open = withDays(usualWhatIf.disputes, { name: 'lasts', value: 0 })
    expect(open).toEqual({ type: 'disputes', day: 20 })
    expect(daysOf(open).map(({ value }) => value)).toEqual([20, 0])
    expect(played({ whatIf: open }).end).toBe('waiting')
  })
})

test('moments stand on the slider in their order, each apart from the next', () => {
  const instants = fc.array(fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }))
  fc.assert(
    fc.property(instants, (dates) => {
      const moments = dates.map((date) => ({ at: date.toISOString() })).sort((a, b) => a.at.localeCompare(b.at))
      const positions = positionsOf(moments)
      expect(new Set(positions).size).toBe(moments.length)
      expect([...positions].sort((a, b) => a - b)).toEqual(positions)
    }),
    { seed: 20_260_301 },
  )
})
