import { defineEffect, later } from '@relance/sdk/define-effect'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { addDays } from '../domain/ageing/days-between.ts'
import { frenchHolidays } from '../domain/calendar/french-holidays.ts'
import { simulate } from '../machine/simulate.ts'
import type { WhatIf } from '../machine/what-if.ts'
import { Rehearsal } from '../models/rehearsal.ts'
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { compiledDocument } from '../testing/draw.ts'
import { testRegistry, testSend } from '../testing/test-kinds.ts'
import type { Cast } from './rehearsal/cast.ts'
import { createRehearsalDoor } from './rehearsal/rehearsal-door.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

/** Asks the desk for a letter, which nothing carries yet: the desk's decision is taken, nothing is written. */
const sendEffect = defineEffect(testSend, async ({ desk }) => {
  await desk.request({ medium: 'letter', role: 'accounts-payable', template: 'reminder', level: 1 })
  return later
})

const runs = 14
const seed = 20261014
/** Instants of a real server lie a moment behind those of a calculation, and a catch-up of many steps adds up. */
const tolerance = 60_000

const whatIfs: fc.Arbitrary<WhatIf> = fc.oneof(
  fc.constant({ type: 'never-answers' as const }),
  fc.record({ type: fc.constant('pays' as const), daysLate: fc.integer({ min: -20, max: 60 }) }),
  fc.record({ type: fc.constant('disputes' as const), day: fc.integer({ min: -10, max: 40 }) }),
)

let stage: Stage

beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('trace'),
    smtpUrl: inject('smtpUrl'),
    services: { registry: testRegistry, effects: new Map([[sendEffect.kind, sendEffect]]) },
  })
  await stage.work()
})
afterAll(() => stage?.close())

interface Step {
  readonly at: string
  readonly node: string
  readonly outcome: string
}

async function rehearse(
  document: unknown,
  whatIf: WhatIf,
  index: number,
): Promise<{ steps: Step[]; simulated: Step[] }> {
  const compiled = compiledDocument(document)
  const id = `trace-${index}-${process.pid}`
  await Rehearsal.create({ _id: id, scenario: 'random', status: 'running', startedAt: new Date() })
  await createRehearsalDoor(stage.client).start({ id, document, compiled, whatIf })
  const handle = stage.client.workflow.getHandle(`rehearsal:${id}`)
  const { startTime } = await handle.describe()
  const record = await eventually(() => Rehearsal.findById(id).lean(), {
    patience: 100_000,
    until: (seen) => seen?.status !== 'running',
  })
  expect(record?.error).toBeNull()
  const { file, zone } = record!.cast as Cast
  const { trace } = simulate({
    ...{ compiled, file, zone, whatIf, holidays: frenchHolidays, from: startTime.toISOString() },
    policy: scenarioDocumentSchema.parse(document).policy,
    until: `${addDays(file.invoice.dueDate, 365)}T00:00:00Z`,
  })
  return {
    steps: record!.steps.map(({ at, node, outcome }) => ({ at: new Date(at).toISOString(), node, outcome })),
    simulated: trace
      .filter(({ what }) => ['outcome', 'skipped', 'ended', 'parked'].includes(what))
      .map(({ at, what, node, detail }) => ({ at, node: node!, outcome: what === 'skipped' ? 'skipped' : detail })),
  }
}

const isThanks = ({ node }: Step) => node.startsWith('t')
const ways = (steps: readonly Step[]) => steps.map(({ node, outcome }) => `${node} ${outcome}`)

it('every scenario runs in the engine as the simulator said it would', async () => {
  const drawn = fc.sample(fc.tuple(arbitraryScenario({ mostSteps: 6 }), whatIfs), { seed, numRuns: runs })
  const pairs = await Promise.all(drawn.map(([document, whatIf], index) => rehearse(document, whatIf, index)))
  expect(pairs.some(({ steps }) => steps.length > 3)).toBe(true)
  for (const { steps, simulated } of pairs) {
    const reminders = steps.filter((step) => !isThanks(step))
    const foretold = simulated.filter((step) => !isThanks(step))
    expect(ways(reminders)).toEqual(ways(foretold))
    for (const [index, { at }] of reminders.entries()) {
      const apart = Math.abs(Date.parse(at) - Date.parse(foretold[index]!.at))
      expect(apart, JSON.stringify({ steps, simulated })).toBeLessThan(tolerance)
    }
    // The desk lets thanks pass within the minimum delay and the simulator puts them off, so only their order is compared.
    const thanks = ways(steps.filter(isThanks))
    expect(thanks.slice(0, 3)).toEqual(ways(simulated.filter(isThanks)).slice(0, 3))
  }
})
