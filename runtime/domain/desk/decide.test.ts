import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frenchHolidays } from '../calendar/french-holidays.ts'
import type { Ask } from './ask.ts'
import { type DeskQuestion, decide } from './decide.ts'

const officeHours = {
  days: [1, 2, 3, 4, 5],
  windows: [
    { from: '10:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ],
}

function ask(changes: Partial<Ask> = {}): Ask {
  return {
    ...{ key: 'FA-1/h/n/1', round: 0, item: 'FA-1', phase: 'course', medium: 'email', role: 'accounts-payable' },
    ...{ address: 'compta@talbot.example', language: 'fr', currency: 'EUR', template: 'reminder-neutral', level: 1 },
    ...{ confirmation: 'automatic', legal: false, minimumContactDelay: 2, contactHours: officeHours },
    ...changes,
  } as Ask
}

/** Wednesday 14 October 2026, 11:00 in Paris. */
const now = '2026-10-14T09:00:00Z'
const question = (asks: readonly Ask[], changes: Partial<DeskQuestion> = {}): DeskQuestion => ({
  ...{ asks, lastContactAt: null, now, zone: 'Europe/Paris', holidays: frenchHolidays, debtor: 'CORV:C1' },
  ...changes,
})

describe('the contact desk', () => {
  it('writes once for all the invoices of a contact, in the tone of the most insistent', () => {
    const asks = [ask(), ask({ key: 'b', item: 'FA-2', level: 3, template: 'firm-reminder' })]
    const [message, ...others] = decide(question(asks))
    expect(others).toEqual([])
    expect(message).toMatchObject({ asks: { length: 2 }, leading: { template: 'firm-reminder' }, reason: null })
  })

  it('keeps apart what differs by contact, language or currency, and sends one of them a day', () => {
    const asks = [ask({ level: 1 }), ask({ key: 'b', currency: 'USD', level: 3 }), ask({ key: 'c', language: 'en' })]
    const planned = decide(question(asks))
    expect(planned.map(({ leading }) => leading.level)).toEqual([3, 1, 1])
    expect(planned.map(({ reason }) => reason)).toEqual([null, 'recent-contact', 'recent-contact'])
    expect(new Set(planned.map(({ plannedAt }) => plannedAt.slice(0, 10))).size).toBe(3)
  })

  it('puts a second message of one day off to the next slot', () => {
    const [message] = decide(question([ask()], { lastContactAt: '2026-10-14T08:30:00Z' }))
    expect(message).toMatchObject({ reason: 'recent-contact' })
    expect(message!.plannedAt.slice(0, 10)).toBe('2026-10-16')
  })

  it('never writes twice on one day, even to customers without a minimum delay', () => {
    const asks = [ask({ minimumContactDelay: 0 })]
    const [message] = decide(question(asks, { lastContactAt: '2026-10-14T08:30:00Z' }))
    expect(message!.plannedAt.slice(0, 10)).toBe('2026-10-15')
  })

  it('lets a legal step and a thank-you pass within the minimum delay', () => {
    const lastContactAt = '2026-10-14T08:30:00Z'
    expect(decide(question([ask({ legal: true })], { lastContactAt }))[0]!.reason).toBeNull()
    expect(decide(question([ask({ phase: 'thanks' })], { lastContactAt }))[0]!.reason).toBeNull()
  })

  it('leaves a formal notice apart from ordinary reminders, which then keep their delay', () => {
    const asks = [ask({ level: 2 }), ask({ key: 'b', item: 'FA-2', level: 5, legal: true, template: 'formal-notice' })]
    const planned = decide(question(asks))
    expect(planned.map(({ leading, reason }) => [leading.template, reason])).toEqual([
      ['formal-notice', null],
      ['reminder-neutral', 'recent-contact'],
    ])
  })

  it('keeps to the contact hours, and says so', () => {
    const [message] = decide(question([ask()], { now: '2026-10-16T17:00:00Z' }))
    expect(message).toMatchObject({ reason: 'outside-hours' })
    expect(message!.plannedAt.slice(0, 10)).toBe('2026-10-19')
  })

  it('asks for a confirmation as soon as one invoice wants it', () => {
    const [message] = decide(question([ask(), ask({ key: 'b', confirmation: 'manual' })]))
    expect(message!.confirmation).toBe('manual')
  })

  it('plans every request exactly once, never in the past, and no two messages of a customer on one day', () => {
    const arbitrary = fc.record({
      currency: fc.constantFrom('EUR', 'USD', 'GBP'),
      language: fc.constantFrom('fr', 'en'),
      level: fc.integer({ min: 0, max: 5 }),
      minimumContactDelay: fc.integer({ min: 0, max: 10 }),
    })
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 12 }), (drawn) => {
        const asks = drawn.map((changes, index) => ask({ ...changes, key: `k${index}`, item: `FA-${index}` }))
        const planned = decide(question(asks))
        const keys = planned.flatMap((message) => message.asks.map(({ key }) => key))
        expect(keys.sort()).toEqual(asks.map(({ key }) => key).sort())
        expect(planned.every(({ plannedAt }) => Date.parse(plannedAt) >= Date.parse(now))).toBe(true)
        expect(new Set(planned.map(({ plannedAt }) => plannedAt.slice(0, 10))).size).toBe(planned.length)
      }),
      { seed: 20261014, numRuns: 200 },
    )
  })
})
