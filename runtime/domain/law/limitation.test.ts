import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { type LimitationAct, limitationOf } from './limitation.ts'
import { limitationActs } from './limitation-acts.ts'

const seed = 20_260_504
const due = '2021-03-31'
const act = (kind: LimitationAct['kind'], date: string): LimitationAct => ({ kind, date })

test('an invoice due on 31 March 2021 can be sued for until 31 March 2026', () => {
  expect(limitationOf(due, [])).toEqual({ from: due, cause: 'due-date', lastDay: '2026-03-31' })
})

test('a debt due on 29 February ends on 28 February', () => {
  expect(limitationOf('2024-02-29', []).lastDay).toBe('2029-02-28')
})

test('a formal notice does not interrupt the limitation', () => {
  expect(limitationOf(due, [act('formal-notice', '2025-01-15')]).lastDay).toBe('2026-03-31')
})

test('an acknowledgement of the debt begins five new years, the latest counts', () => {
  const acts = [act('acknowledgement', '2024-06-01'), act('acknowledgement', '2022-01-10')]
  expect(limitationOf(due, acts)).toEqual({ from: '2024-06-01', cause: 'acknowledgement', lastDay: '2029-06-01' })
})

test('an acknowledgement on the last day interrupts, one on the next day comes too late', () => {
  expect(limitationOf(due, [act('acknowledgement', '2026-03-31')]).lastDay).toBe('2031-03-31')
  expect(limitationOf(due, [act('acknowledgement', '2026-04-01')]).lastDay).toBe('2026-03-31')
})

test('a lawsuit stops the clock until the judgment, then five years begin anew', () => {
  const lawsuit = act('lawsuit', '2025-02-03')
  expect(limitationOf(due, [lawsuit])).toEqual({ from: '2025-02-03', cause: 'lawsuit', lastDay: null })
  expect(limitationOf(due, [lawsuit, act('judgment', '2026-11-20')]).lastDay).toBe('2031-11-20')
})

test('a claim declared in insolvency proceedings stops the clock until they are closed', () => {
  const declared = act('claim-declared', '2025-02-03')
  expect(limitationOf(due, [declared])).toEqual({ from: '2025-02-03', cause: 'claim-declared', lastDay: null })
})

test('a lawsuit that was dropped or dismissed never interrupted', () => {
  const acts = [act('lawsuit', '2025-02-03'), act('lawsuit-dropped', '2026-01-05')]
  expect(limitationOf(due, acts)).toEqual({ from: due, cause: 'due-date', lastDay: '2026-03-31' })
})

test('what the debtor acknowledged during a lawsuit survives its being dropped', () => {
  const acts = [
    act('lawsuit', '2025-02-03'),
    act('acknowledgement', '2025-06-01'),
    act('lawsuit-dropped', '2026-01-05'),
  ]
  expect(limitationOf(due, acts).lastDay).toBe('2030-06-01')
})

test('whatever happens, the last day is five years after what began the count, and never before the first', () => {
  const days = fc
    .date({ min: new Date('2021-04-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const acts = fc.array(fc.record({ kind: fc.constantFrom(...limitationActs), date: days }), { maxLength: 8 })
  fc.assert(
    fc.property(acts, (all) => {
      const { from, cause, lastDay } = limitationOf(due, all)
      expect(lastDay === null).toBe(cause === 'lawsuit' || cause === 'claim-declared')
      if (lastDay === null) return
      expect(lastDay).toBe(DateTime.fromISO(from, { zone: 'utc' }).plus({ years: 5 }).toISODate())
      expect(lastDay >= '2026-03-31').toBe(true)
      expect(cause).not.toBe('formal-notice')
    }),
    { seed, numRuns: 500 },
  )
})
