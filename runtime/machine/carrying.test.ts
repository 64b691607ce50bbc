import { policySchema, type ScenarioPolicy } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { frenchHolidays } from '../domain/calendar/french-holidays.ts'
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts'
import { compiledDocument, compiledDrawing } from '../testing/draw.ts'
import { simulateAccount } from './simulate.ts'
import type { AccountQuery, FileQuery } from './simulation.ts'
import type { WhatIf } from './what-if.ts'

vi.setConfig({ testTimeout: 180_000 })
const seed = 20_261_127

/** Reminded five, fifteen and forty days after the due date. */
const compiled = compiledDrawing({
  steps: {
    five: ['wait', { from: 'dueDate', days: 5 }],
    first: 'send',
    fifteen: ['wait', { from: 'dueDate', days: 15 }],
    second: 'send',
    forty: ['wait', { from: 'dueDate', days: 40 }],
    third: 'send',
    end: 'end',
  },
  lines: [
    'five.next > first',
    'first.sent > fifteen',
    'first.cancelled > fifteen',
    'fifteen.next > second',
    'second.sent > forty',
    'second.cancelled > forty',
    'forty.next > third',
    'third.sent > end',
    'third.cancelled > end',
  ],
})
const daily: ScenarioPolicy['contactHours'] = {
  days: [1, 2, 3, 4, 5, 6, 7],
  windows: [{ from: '09:00', to: '18:00' }],
}

interface Drawn {
  readonly due: string
  readonly amount?: number
  readonly currency?: string
  readonly whatIf?: WhatIf
  readonly from?: string
}

function file(number: string, { due, amount = 120_000, currency = 'EUR', whatIf, from }: Drawn): FileQuery {
  return {
    file: {
      invoice: { number, amount, open: amount, currency, issueDate: '2026-02-01', dueDate: due },
      debtor: { id: 'FR01:C0001', segment: 'pme', country: 'FR', language: 'fr', meanDelay: 0 },
      entity: { code: 'FR01' },
    },
    from: from ?? '2026-02-02T09:00:00Z',
    whatIf: whatIf ?? { type: 'never-answers' },
  }
}

function query(invoices: Readonly<Record<string, Drawn>>, policy: Partial<ScenarioPolicy> = {}): AccountQuery {
  return {
    ...{ compiled, zone: 'Europe/Paris', holidays: frenchHolidays, until: '2026-12-31T00:00:00Z' },
    policy: policySchema.parse({ contactHours: daily, ...policy }),
    files: Object.entries(invoices).map(([number, drawn]) => file(number, drawn)),
  }
}

/** What left, as `day invoice step`. */
function contacts(asked: AccountQuery): string[] {
  return simulateAccount(asked)
    .flatMap(({ trace }, index) =>
      trace
        .filter(({ what }) => what === 'outcome')
        .map(({ at, node }) => `${at.slice(0, 10)} ${asked.files[index]!.file.invoice.number} ${node}`),
    )
    .sort()
}

const june = { due: '2026-06-01' }

describe('of several overdue invoices of one customer', () => {
  test('the oldest speaks for all', () => {
    const invoices = { A: june, B: june, C: june, D: june, E: june }
    expect(contacts(query(invoices))).toEqual(['2026-06-06 A first', '2026-06-16 A second', '2026-07-11 A third'])
  })

  test('a younger one goes on once the oldest has said its last word', () => {
    expect(contacts(query({ A: june, B: { due: '2026-06-20' } }))).toEqual([
      '2026-06-06 A first',
      '2026-06-16 A second',
      '2026-07-11 A third',
      '2026-07-30 B third',
    ])
  })

  test('those of one due date are carried by the largest', () => {
    expect(contacts(query({ A: june, B: { ...june, amount: 500_000 } }))[0]).toBe('2026-06-06 B first')
  })

  test('each currency has its own', () => {
    const mixed = contacts(query({ A: june, B: { ...june, currency: 'USD' } }, { minimumContactDelay: 0 }))
    expect(mixed.filter((contact) => contact.includes('first'))).toHaveLength(2)
    expect(mixed.filter((contact) => contact.startsWith('2026-06'))).toHaveLength(4)
  })
})

describe('when the invoice that carries is paid', () => {
  const paid = { ...june, whatIf: { type: 'pays' as const, daysLate: 38 } }
  const next = { due: '2026-06-10' }

  test('contextual: the next one goes on at the step of its age, without those that were passed', () => {
    expect(contacts(query({ A: paid, B: next }, { reanchor: 'contextual' }))).toEqual([
      '2026-06-06 A first',
      '2026-06-16 A second',
      '2026-07-09 B second',
      '2026-07-20 B third',
    ])
  })

  test('standard: the next one begins with its first step, and keeps the days between its steps', () => {
    expect(contacts(query({ A: paid, B: next }, { reanchor: 'standard' }))).toEqual([
      '2026-06-06 A first',
      '2026-06-16 A second',
      '2026-07-09 B first',
      '2026-07-19 B second',
      '2026-08-13 B third',
    ])
  })

  test('standard: the next one begins with its first step also where it came in late', () => {
    const from = '2026-07-01T09:00:00Z'
    const late = query({ A: { ...paid, from }, B: { ...next, from } }, { reanchor: 'standard' })
    expect(contacts(late).filter((contact) => contact.includes('B'))).toEqual([
      '2026-07-09 B first',
      '2026-07-19 B second',
      '2026-08-13 B third',
    ])
  })

  test('contextual: what the last reminder of the older one said of the next one is not said again', () => {
    const invoices = { A: { ...june, whatIf: { type: 'pays' as const, daysLate: 50 } }, B: { due: '2026-07-01' } }
    expect(contacts(query(invoices, { reanchor: 'contextual' }))).toEqual([
      '2026-06-06 A first',
      '2026-06-16 A second',
      '2026-07-11 A third',
      '2026-07-16 B second',
      '2026-08-10 B third',
    ])
  })
})

describe('a dispute of the invoice that carries', () => {
  test('has the next one speak until it is resolved, and nothing is said twice', () => {
    const next = { due: '2026-06-10' }
    const disputed = { ...june, whatIf: { type: 'disputes' as const, day: 10, lasts: 20 } }
    expect(contacts(query({ A: disputed, B: next })).slice(0, 5)).toEqual([
      '2026-06-06 A first',
      '2026-06-15 B first',
      '2026-06-25 B second',
      '2026-07-01 A second',
      '2026-07-11 A third',
    ])
  })
})

const arbitraryFiles = fc.array(
  fc.record({
    due: fc.integer({ min: 0, max: 40 }),
    amount: fc.constantFrom(100, 200),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    pays: fc.option(fc.integer({ min: -10, max: 90 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 5 },
)

test('whatever is drawn, two invoices of one currency never speak on one day, and nobody who may speak waits for ever', () => {
  fc.assert(
    fc.property(
      arbitraryScenario(),
      arbitraryFiles,
      fc.constantFrom('standard' as const, 'contextual' as const),
      (document, drawn, reanchor) => {
        const files = drawn.map(({ due, amount, currency, pays }, index) =>
          file(`F${index}`, {
            due: new Date(Date.UTC(2026, 5, 1 + due)).toISOString().slice(0, 10),
            ...{ amount, currency },
            whatIf: pays === undefined ? { type: 'never-answers' } : { type: 'pays', daysLate: pays },
          }),
        )
        const policy = policySchema.parse({ ...(document as { policy: object }).policy, reanchor })
        const asked = {
          ...query({}),
          compiled: compiledDocument(document),
          policy,
          files,
          until: '2030-01-01T00:00:00Z',
        }
        const lived = simulateAccount(asked)
        const days = lived.flatMap(({ trace }, index) =>
          trace
            .filter(({ what, node }) => what === 'outcome' && node?.startsWith('t') === false)
            .map(({ at }) => `${at.slice(0, 10)} ${files[index]!.file.invoice.currency}`),
        )
        expect(new Set(days).size).toBe(days.length)
        expect(lived.every(({ end }) => end !== 'waiting')).toBe(true)
      },
    ),
    { seed, numRuns: 60 },
  )
})
