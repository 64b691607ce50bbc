import type { ContactHours } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { nextOpening } from './contact-hours.ts'
import { dayNumber, isoDay } from './day-number.ts'
import { dayAt, dayTable, midnightAt, openingAt, workingDayAfter } from './day-table.ts'
import { frenchHolidays } from './french-holidays.ts'
import { type MomentByTable, resolveByTable } from './moment-by-table.ts'
import { type MomentQuery, resolveMoment } from './resolve-moment.ts'
import { spreadHash } from './spread.ts'
import { addWorkingDays } from './working-days.ts'

const seed = 20_261_124
vi.setConfig({ testTimeout: 120_000 })

const first = dayNumber('2025-06-01')
const last = dayNumber('2029-06-01')

const allHours: readonly ContactHours[] = [
  {
    days: [1, 2, 3, 4, 5],
    windows: [
      { from: '10:00', to: '13:00' },
      { from: '14:00', to: '18:00' },
    ],
  },
  { days: [1, 2, 3, 4, 5, 6, 7], windows: [{ from: '00:00', to: '00:00' }] },
  {
    days: [1, 3, 7],
    windows: [
      { from: '20:00', to: '08:00' },
      { from: '02:15', to: '02:45' },
    ],
  },
]
const calendars = ['Europe/Paris', 'America/Martinique', 'Pacific/Auckland', 'Asia/Kolkata'].flatMap((zone) =>
  allHours.map((hours) => {
    const calendar = { zone, hours, holidays: frenchHolidays }
    return { calendar, table: dayTable(calendar, { first, last }) }
  }),
)
const arbitraryCalendar = fc.constantFrom(...calendars)
/** Two years within the table, to the second. */
const arbitraryInstant = fc
  .integer({ min: 0, max: 730 * 86_400 })
  .map((seconds) => Date.parse('2026-01-01T00:00:00Z') + seconds * 1_000)
const arbitraryDay = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2027-12-31') })

const runs = { seed, numRuns: 1_000 }
const at = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant)

test('knows the day of an instant and its midnight in every zone', () => {
  fc.assert(
    fc.property(arbitraryCalendar, arbitraryInstant, ({ calendar: { zone }, table }, instant) => {
      const day = at(instant).toZonedDateTimeISO(zone).toPlainDate()
      expect(isoDay(dayAt(table, instant))).toBe(day.toString())
      expect(midnightAt(table, dayNumber(day.toString()))).toBe(day.toZonedDateTime(zone).epochMilliseconds)
    }),
    runs,
  )
})

test('counts working days as the calendar does', () => {
  fc.assert(
    fc.property(arbitraryDay, fc.integer({ min: -120, max: 250 }), (day, days) => {
      const date = Temporal.PlainDate.from(isoDay(day))
      const counted = addWorkingDays(date, { days, holidays: frenchHolidays }).toString()
      expect(isoDay(workingDayAfter(calendars[0]!.table, day, days))).toBe(counted)
    }),
    runs,
  )
})

test('opens when the contact hours open, over changes of clocks and windows that span midnight', () => {
  fc.assert(
    fc.property(arbitraryCalendar, arbitraryInstant, ({ calendar, table }, instant) => {
      const opening = nextOpening(at(instant), calendar)
      const found = openingAt(table, instant)
      expect(Math.max(instant, table.opens[found]!)).toBe(opening.from.epochMilliseconds)
      expect(table.closes[found]).toBe(opening.to.epochMilliseconds)
    }),
    runs,
  )
})

const arbitraryMoment = fc.record({
  from: fc.constantFrom('dueDate' as const, 'issueDate' as const, 'previousStep' as const, 'paymentDate' as const),
  days: fc.integer({ min: -30, max: 90 }),
  unit: fc.constantFrom('calendar' as const, 'working' as const),
})

test('finds the moments that the calendar finds, on time, late, caught up and put off', () => {
  const question = fc.record({
    moment: arbitraryMoment,
    now: arbitraryInstant,
    catchingUp: fc.boolean(),
    since: fc.option(fc.integer({ min: -4 * 86_400, max: 86_400 }), { freq: 4 }),
    laterDays: fc.integer({ min: 0, max: 90 }),
    tookOver: fc.option(fc.integer({ min: -4 * 86_400, max: 0 })),
    countsByAge: fc.boolean(),
    previous: fc.option(fc.integer({ min: -40 * 86_400, max: 0 })),
    listed: fc.option(fc.integer({ min: -40 * 86_400, max: 0 })),
    reanchor: fc.constantFrom('standard' as const, 'contextual' as const),
    due: fc.integer({ min: -60, max: 60 }),
    terms: fc.integer({ min: 0, max: 60 }),
    paid: fc.option(fc.integer({ min: -5, max: 0 })),
    lastContact: fc.option(fc.integer({ min: -10 * 86_400, max: 86_400 })),
    catchUp: fc.constantFrom('skip' as const, 'latest' as const, 'spread' as const),
    minimumContactDelay: fc.integer({ min: 0, max: 5 }),
    spreadKey: fc.string(),
  })
  fc.assert(
    fc.property(arbitraryCalendar, question, ({ calendar, table }, drawn) => {
      const { moment, now, catchingUp, catchUp, reanchor, minimumContactDelay, spreadKey } = drawn
      const today = dayAt(table, now)
      const dueDay = today + drawn.due
      const later = (seconds: number | null) => (seconds === null ? Number.NaN : now + seconds * 1_000)
      const query: MomentByTable = {
        ...{ moment, now, catchingUp, since: later(drawn.since), dueDay, issueDay: dueDay - drawn.terms },
        ...{ laterDays: drawn.laterDays, tookOverAt: later(drawn.tookOver), countsByAge: drawn.countsByAge },
        ...{ previous: later(drawn.previous), listedAt: later(drawn.listed), said: false },
        paymentDay: drawn.paid === null ? Number.NaN : today + drawn.paid,
        ...{ lastContactAt: later(drawn.lastContact), spread: spreadHash(spreadKey), at: 0, past: false },
      }
      resolveByTable(query, { table, rules: { catchUp, reanchor, minimumContactDelay } })
      const expected = resolveMoment({
        ...calendar,
        ...inWords(query),
        catchUp,
        reanchor,
        minimumContactDelay,
        spreadKey,
      })
      const { at, past, said } = query
      expect({ at, past, said }).toEqual({ said: false, ...expected, at: Date.parse(expected.at) })
    }),
    runs,
  )
})

function inWords(
  query: MomentByTable,
): Pick<
  MomentQuery,
  'moment' | 'anchors' | 'now' | 'catchingUp' | 'since' | 'tookOver' | 'previous' | 'listedAt' | 'lastContactAt'
> {
  const { moment, now, catchingUp, since, dueDay, issueDay, paymentDay, lastContactAt } = query
  const iso = (instant: number) => (Number.isNaN(instant) ? undefined : new Date(instant).toISOString())
  return {
    ...{ moment, catchingUp, now: iso(now)!, since: iso(since), lastContactAt: iso(lastContactAt) ?? null },
    ...{ previous: iso(query.previous), listedAt: iso(query.listedAt) },
    tookOver: { days: query.laterDays, at: query.tookOverAt, isCatchingUp: query.countsByAge },
    anchors: {
      ...{ dueDate: isoDay(dueDay), issueDate: isoDay(issueDay), reached: iso(now)! },
      paymentDate: Number.isNaN(paymentDay) ? null : isoDay(paymentDay),
    },
  }
}
