import { policySchema, type ScenarioPolicy } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { frenchHolidays } from '../domain/calendar/french-holidays.ts'
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts'
import { compiledDocument, compiledDrawing } from '../testing/draw.ts'
import { simulate } from './simulate.ts'
import type { SimulationQuery } from './simulation.ts'
import type { WhatIf } from './what-if.ts'

const seed = 20_260_203

// Time enough for the properties on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const compiled = compiledDrawing({
  steps: {
    eight: ['wait', { from: 'dueDate', days: 8 }],
    remind: 'send',
    split: ['choose', { days: 20 }],
    rest: ['wait', { days: 7 }],
    notice: 'notice',
    end: 'end',
    'next-day': ['wait', { from: 'paymentDate', days: 1, unit: 'working' }],
    thanks: 'send',
    thanked: 'end',
  },
  lines: [
    'eight.next > remind',
    'remind.sent > rest',
    'remind.cancelled > rest',
    'rest.next > split',
    'split.late > notice',
    'split.otherwise > remind',
    'notice.sent > end',
    'next-day.next > thanks',
    'thanks.sent > thanked',
    'thanks.cancelled > thanked',
  ],
  paid: 'next-day',
})

const query: SimulationQuery = {
  compiled,
  policy: policySchema.parse({}),
  file: {
    invoice: {
      number: 'F-2026-014',
      amount: 120_000,
      open: 120_000,
      currency: 'EUR',
      issueDate: '2026-03-01',
      dueDate: '2026-03-31',
    },
    debtor: { id: 'FR01:C0001', segment: 'pme', country: 'FR', language: 'fr', meanDelay: 0 },
    entity: { code: 'FR01' },
  },
  zone: 'Europe/Paris',
  holidays: frenchHolidays,
  from: '2026-03-02T09:00:00Z',
  until: '2026-12-31T09:00:00Z',
  whatIf: { type: 'never-answers' },
}

/** The story as `day what node`. */
function story(whatIf: WhatIf, change: Partial<SimulationQuery> = {}) {
  const { trace, end } = simulate({ ...query, ...change, whatIf })
  const told = trace.filter(({ what }) => what !== 'sleep' && what !== 'outcome')
  return [...told.map(({ at, what, node, detail }) => `${at.slice(0, 10)} ${what} ${node ?? detail}`), end]
}

test('a debtor who never answers is reminded weekly and served notice after twenty days', () => {
  expect(story({ type: 'never-answers' })).toEqual([
    '2026-04-08 act remind',
    '2026-04-15 act remind',
    '2026-04-22 act notice',
    '2026-04-22 ended end',
    'over',
  ])
})

test('one who pays twelve days late gets one reminder, and thanks on the next working day', () => {
  expect(story({ type: 'pays', daysLate: 10 })).toEqual([
    '2026-04-08 act remind',
    '2026-04-10 happened PAID',
    '2026-04-13 act thanks',
    '2026-04-13 ended thanked',
    'settled',
  ])
})

test('one who disputes is left alone for as long as the dispute lasts', () => {
  expect(story({ type: 'disputes', day: 2 })).toEqual(['2026-04-02 happened DISPUTED', 'waiting'])
  expect(story({ type: 'disputes', day: 2, lasts: 40 }).slice(0, 3)).toEqual([
    '2026-04-02 happened DISPUTED',
    '2026-05-12 happened DISPUTE_RESOLVED',
    '2026-05-12 act remind',
  ])
})

test('a promise holds the reminders back: kept it settles the invoice, broken they come after its last day', () => {
  expect(story({ type: 'promises', day: 2, within: 20, kept: true })).toEqual([
    '2026-04-02 happened PROMISED',
    '2026-04-22 happened PAID',
    '2026-04-23 act thanks',
    '2026-04-23 ended thanked',
    'settled',
  ])
  expect(story({ type: 'promises', day: 2, within: 20, kept: false }).slice(0, 3)).toEqual([
    '2026-04-02 happened PROMISED',
    '2026-04-23 happened PROMISE_ENDED',
    '2026-04-23 act remind',
  ])
})

/** What is put off, as `node wished > day: reason`. */
function delays(whatIf: WhatIf, change: Partial<SimulationQuery> = {}) {
  return simulate({ ...query, ...change, whatIf }).delays.map(
    ({ node, wished, at, reason }) => `${node} ${wished} > ${at.slice(0, 10)}: ${reason}`,
  )
}

test('what comes on its day has nothing to explain', () => {
  expect(delays({ type: 'never-answers' })).toEqual([])
})

test('a step that waited for the end of a dispute says so', () => {
  expect(delays({ type: 'disputes', day: 2, lasts: 40 })).toEqual(['remind 2026-04-08 > 2026-05-12: disputed'])
})

test('a reminder due on Easter Monday says that it was a holiday, one due on a Sunday that nobody is written to then', () => {
  const due = (dueDate: string) => ({ file: { ...query.file, invoice: { ...query.file.invoice, dueDate } } })
  expect(delays({ type: 'never-answers' }, due('2026-03-29'))[0]).toBe('eight 2026-04-06 > 2026-04-07: holiday')
  expect(delays({ type: 'never-answers' }, due('2026-03-28'))[0]).toBe('eight 2026-04-05 > 2026-04-07: closed-day')
})

test('the story stops at the date asked for', () => {
  expect(story({ type: 'never-answers' }, { until: '2026-04-10T00:00:00Z' })).toEqual([
    '2026-04-08 act remind',
    'running',
  ])
})

test('a contact too soon after another is put off, and the payment that comes meanwhile stops it', () => {
  const twice = compiledDrawing({
    steps: { due: ['wait', { from: 'dueDate', days: 0 }], one: 'send', two: 'send', end: 'end' },
    lines: ['due.next > one', 'one.sent > two', 'one.cancelled > two', 'two.sent > end', 'two.cancelled > end'],
  })
  const outcomes = (whatIf: WhatIf) =>
    simulate({ ...query, compiled: twice, whatIf })
      .trace.filter(({ what }) => what === 'outcome')
      .map(({ at, node }) => `${at.slice(0, 10)} ${node}`)
  expect(outcomes({ type: 'never-answers' })).toEqual(['2026-03-31 one', '2026-04-02 two'])
  expect(outcomes({ type: 'pays', daysLate: 1 })).toEqual(['2026-03-31 one'])
  expect(delays({ type: 'never-answers' }, { compiled: twice })).toEqual([
    'two 2026-03-31 > 2026-04-02: recent-contact',
  ])
})

const always: ScenarioPolicy['contactHours'] = {
  days: [1, 2, 3, 4, 5, 6, 7],
  windows: [{ from: '00:00', to: '00:00' }],
}
const arbitraryEnrolment = fc
  .integer({ min: 0, max: 200 })
  .map((days) => new Date(Date.UTC(2026, 3, 1 + days)).toISOString())

test('however late a file comes in, "latest" never does two steps without a rest between them', () => {
  fc.assert(
    fc.property(arbitraryScenario({ catchUp: 'latest', spaced: true }), arbitraryEnrolment, (document, from) => {
      const policy = policySchema.parse({ catchUp: 'latest', minimumContactDelay: 0, contactHours: always })
      const { trace } = simulate({ ...query, compiled: compiledDocument(document), policy, from })
      const steps = trace.filter(({ what }) => what === 'act' || what === 'sleep').map(({ what }) => what)
      expect(steps.join(' ')).not.toContain('act act')
    }),
    { seed, numRuns: 150 },
  )
})

test('however late a file comes in, "skip" does nothing whose date is past', () => {
  fc.assert(
    fc.property(arbitraryScenario({ catchUp: 'skip', spaced: true }), arbitraryEnrolment, (document, from) => {
      const { trace } = simulate({
        ...query,
        compiled: compiledDocument(document),
        policy: policySchema.parse({ catchUp: 'skip' }),
        from,
      })
      const first = trace.find(({ what }) => what === 'act' || what === 'sleep')
      expect(first?.what ?? 'sleep').toBe('sleep')
    }),
    { seed, numRuns: 150 },
  )
})

test('every story ends or rests, and time never runs backwards', () => {
  const whatIfs = fc.oneof(
    fc.constant<WhatIf>({ type: 'never-answers' }),
    fc.record({ type: fc.constant('pays' as const), daysLate: fc.integer({ min: -40, max: 90 }) }),
    fc.record({
      type: fc.constant('disputes' as const),
      day: fc.integer({ min: -20, max: 60 }),
      lasts: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
    }),
    fc.record({
      type: fc.constant('promises' as const),
      day: fc.integer({ min: -20, max: 60 }),
      within: fc.integer({ min: 1, max: 60 }),
      kept: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(arbitraryScenario(), arbitraryEnrolment, whatIfs, (document, from, whatIf) => {
      const policy = policySchema.parse((document as { policy: unknown }).policy)
      const { trace, end, delays } = simulate({ ...query, compiled: compiledDocument(document), policy, from, whatIf })
      for (const { wished, at } of delays) expect(wished <= at.slice(0, 10)).toBe(true)
      expect(['settled', 'ended', 'over', 'waiting', 'running']).toContain(end)
      const times = trace.map(({ at }) => Date.parse(at))
      expect(times).toEqual([...times].sort((a, b) => a - b))
      const paid = trace.findIndex(({ detail }) => detail === 'PAID')
      const after = paid < 0 ? [] : trace.slice(paid).filter(({ what }) => what === 'act')
      expect(after.every(({ node }) => node?.startsWith('t'))).toBe(true)
    }),
    { seed, numRuns: 300 },
  )
})
