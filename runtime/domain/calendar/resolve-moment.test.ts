import type { Moment } from '@relance/sdk/moment'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test, vi } from 'vitest'
import { frenchHolidays } from './french-holidays.ts'
import { type MomentQuery, resolveMoment } from './resolve-moment.ts'

const seed = 20_260_103

// Time enough for the properties on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
const zone = 'Europe/Paris'

const usual: Omit<MomentQuery, 'moment' | 'now'> = {
  zone,
  hours: {
    days: [1, 2, 3, 4, 5],
    windows: [
      { from: '10:00', to: '13:00' },
      { from: '14:00', to: '18:00' },
    ],
  },
  holidays: frenchHolidays,
  anchors: { dueDate: '2026-03-31', issueDate: '2026-03-01', reached: '2026-03-02T09:00:00Z' },
  catchUp: 'latest',
  catchingUp: false,
  spreadKey: 'FR01:C0001',
  minimumContactDelay: 2,
}

const afterDue = (days: number, unit: Moment['unit'] = 'calendar'): Moment => ({ from: 'dueDate', days, unit })

/** The answer in Paris wall-clock time. */
function resolve(moment: Moment, now: string, change: Partial<MomentQuery> = {}) {
  const { at, past } = resolveMoment({ ...usual, ...change, moment, now })
  return { at, past, local: DateTime.fromISO(at, { zone }) }
}

describe('on time', () => {
  test('eight days after a due date of 31 March 2026 is the morning of 8 April', () => {
    const { local, past } = resolve(afterDue(8), '2026-03-02T09:00:00Z')
    expect(local.toISODate()).toBe('2026-04-08')
    expect(local.hour).toBeGreaterThanOrEqual(10)
    expect(local.hour).toBeLessThan(13)
    expect(past).toBe(false)
  })

  test('two days before the due date counts backwards, and a Sunday becomes Monday', () => {
    const early = { from: 'dueDate', days: -2, unit: 'calendar' } as const
    expect(resolve(early, '2026-03-02T09:00:00Z').local.toISODate()).toBe('2026-03-30')
  })

  test('four working days after 31 March 2026 count Good Friday but not Easter Monday', () => {
    expect(resolve(afterDue(4, 'working'), '2026-03-02T09:00:00Z').local.toISODate()).toBe('2026-04-07')
  })

  test('thanks leave on the next working day after the payment', () => {
    const moment = { from: 'paymentDate', days: 1, unit: 'working' } as const
    const anchors = { ...usual.anchors, paymentDate: '2026-04-03' }
    expect(resolve(moment, '2026-04-03T15:00:00Z', { anchors }).local.toISODate()).toBe('2026-04-07')
  })

  test('a wait of no days goes on at once within hours, else at the next opening', () => {
    const moment = { from: 'previousStep', days: 0, unit: 'calendar' } as const
    const at = (reached: string) => resolve(moment, reached, { anchors: { ...usual.anchors, reached } })
    expect(at('2026-03-03T10:00:00Z').at).toBe('2026-03-03T10:00:00Z')
    expect(at('2026-03-07T10:00:00Z').local.toISODate()).toBe('2026-03-09')
  })

  test('all files of one debtor wake at one instant, those of a thousand debtors do not', () => {
    const at = (spreadKey: string) => resolve(afterDue(8), '2026-03-02T09:00:00Z', { spreadKey }).at
    expect(at('FR01:C0042')).toBe(at('FR01:C0042'))
    const instants = Array.from({ length: 1_000 }, (_, index) => at(`FR01:C${index}`))
    expect(new Set(instants).size).toBeGreaterThan(900)
    const perQuarter = new Map<number, number>()
    for (const instant of instants) {
      const quarter = Math.floor(Date.parse(instant) / 900_000)
      perQuarter.set(quarter, (perQuarter.get(quarter) ?? 0) + 1)
    }
    expect(Math.max(...perQuarter.values())).toBeLessThan(150)
  })
})

describe('late', () => {
  test('a date missed by a weekend is still on time, and waits for the hours', () => {
    const { local, past } = resolve(afterDue(3), '2026-04-04T15:00:00Z')
    expect(past).toBe(false)
    expect(local.toISODate()).toBe('2026-04-07')
  })

  test('a date missed by a week is past', () => {
    expect(resolve(afterDue(1), '2026-04-09T09:00:00Z').past).toBe(true)
  })

  test('while a file catches up there is no grace', () => {
    expect(resolve(afterDue(8), '2026-04-08T17:00:00Z', { catchingUp: true }).past).toBe(true)
    expect(resolve(afterDue(8), '2026-04-08T17:00:00Z').past).toBe(false)
  })

  test('under spread a missed step moves behind the last contact by the minimum delay', () => {
    const { local, past } = resolve(afterDue(1), '2026-04-13T09:00:00Z', {
      catchUp: 'spread',
      lastContactAt: '2026-04-14T09:00:00Z',
    })
    expect(past).toBe(false)
    expect(local.toISODate()).toBe('2026-04-16')
  })

  test('under spread without a minimum delay, two missed steps still fall on two days', () => {
    const change = { catchUp: 'spread', minimumContactDelay: 0 } as const
    expect(resolve(afterDue(1), '2026-04-13T09:00:00Z', change).local.toISODate()).toBe('2026-04-14')
  })

  test('a step that was held is past when its own date is', () => {
    const asked = { since: '2026-04-01T09:00:00Z' }
    const now = { from: 'previousStep', days: 0, unit: 'calendar' } as const
    expect(resolve(now, '2026-04-01T17:00:00Z', asked).past).toBe(false)
    expect(resolve(now, '2026-05-20T09:00:00Z', asked).past).toBe(true)
  })
})

test('a date is never before its day, never outside the hours and never on a holiday', () => {
  const dates = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const days = fc.integer({ min: -90, max: 180 })
  fc.assert(
    fc.property(dates, days, fc.string(), (dueDate, count, spreadKey) => {
      const change = { anchors: { ...usual.anchors, dueDate }, spreadKey }
      const { local } = resolve(afterDue(count), '2000-01-01T00:00:00Z', change)
      const day = DateTime.fromISO(dueDate, { zone }).plus({ days: count })
      expect(local >= day).toBe(true)
      expect(local.diff(day, 'days').days).toBeLessThan(6)
      expect(local.weekday).toBeLessThan(6)
      expect(frenchHolidays.isHoliday(local.toISODate()!)).toBe(false)
      expect(local.hour >= 10 && local.hour < 13).toBe(true)
    }),
    { seed, numRuns: 300 },
  )
})
