import { policySchema } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber, isoDay } from '../domain/calendar/day-number.ts'
import { dayTable } from '../domain/calendar/day-table.ts'
import { frenchHolidays } from '../domain/calendar/french-holidays.ts'
import { usualAssumptions } from '../domain/conduct/assumptions.ts'
import { compile } from '../machine/compile.ts'
import { arbitraryScenario, testPalette } from '../testing/arbitrary-scenario.ts'
import { plainAccount, tellStories } from '../testing/plain-account.ts'
import { testRegistry } from '../testing/test-kinds.ts'
import { AccountsByTable, type SimulationSetup } from './accounts-by-table.ts'
import { Calendars } from './calendars.ts'
import { columnsOf } from './columns-of.ts'
import type { LedgerItem } from './item-columns.ts'
import type { Conduct } from './payer.ts'
import { emptyTally } from './tally.ts'

vi.setConfig({ testTimeout: 180_000 })
const seed = 20_261_124

const zone = 'Europe/Paris'
const period = { first: dayNumber('2026-03-02'), last: dayNumber('2027-03-02') }
const span = { first: dayNumber('2025-09-01'), last: dayNumber('2029-03-02') }
const debtor = 'FR01:C0001'

const arbitraryItem = fc.record({
  isCredit: fc.boolean(),
  issued: fc.integer({ min: -90, max: 60 }),
  terms: fc.integer({ min: 0, max: 60 }),
  amount: fc.integer({ min: 1, max: 900_000 }),
  currency: fc.constantFrom('EUR', 'EUR', 'USD'),
})
const arbitraryItems = fc.tuple(arbitraryItem, fc.array(arbitraryItem, { maxLength: 5 })).map(([first, others]) =>
  [{ ...first, isCredit: false }, ...others].map(
    ({ isCredit, issued, terms, amount, currency }, index): LedgerItem => ({
      ...{ number: `F${index}`, entity: 'FR01', debtor, segment: 'pme', paidDate: null, currency },
      type: isCredit ? 'credit-note' : 'invoice',
      amount: isCredit ? -amount : amount,
      open: null,
      issueDate: isoDay(period.first + issued),
      dueDate: isoDay(period.first + issued + terms),
    }),
  ),
)
const arbitraryConduct: fc.Arbitrary<Conduct> = fc.oneof(
  fc.constant({ type: 'history' as const }),
  fc.constant({ type: 'never-answers' as const }),
  fc.record({ type: fc.constant('pays' as const), daysLate: fc.integer({ min: -40, max: 90 }) }),
  fc.record({
    type: fc.constant('disputes' as const),
    day: fc.integer({ min: -20, max: 60 }),
    lasts: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  }),
)
/** Contacts of several kinds, that leave together or put each other off, and choices by the account. */
const palette = {
  ...testPalette,
  acts: [
    ...testPalette.acts,
    { kind: 'test-call', settings: { level: 3 }, ports: ['no-answer', 'promise'] },
    { kind: 'test-call', settings: { level: 1, role: 'buyer', by: 'salesperson' }, ports: ['no-answer', 'promise'] },
    { kind: 'test-notice', settings: {}, ports: ['sent'] },
  ],
  chooses: [
    ...testPalette.chooses,
    { kind: 'test-split', settings: { overdue: 400_000 }, ports: ['otherwise', 'large', 'reminded'] },
  ],
}

test('a ledger played by table tells the same story as the step, file by file', () => {
  const drawn = fc.tuple(
    arbitraryScenario({ palette }),
    arbitraryItems,
    arbitraryConduct,
    fc.record({
      minimumContactDelay: fc.integer({ min: 0, max: 5 }),
      reanchor: fc.constantFrom('standard' as const, 'contextual' as const),
    }),
  )
  fc.assert(
    fc.property(drawn, ([document, items, conduct, rules]) => {
      const policy = policySchema.parse({ ...(document as { policy: object }).policy, ...rules })
      const compilation = compile({ document, registry: testRegistry })
      // A legal step may have been drawn before the due date.
      fc.pre(compilation.ok)
      const { compiled } = compilation
      const laidOut = columnsOf({
        items,
        debtors: [],
        segment: null,
        assumptions: usualAssumptions,
        calendars: new Calendars(),
        numbered: true,
      })
      const table = dayTable({ zone, hours: policy.contactHours, holidays: frenchHolidays }, span)
      const setup: SimulationSetup = {
        ...{ compiled, policy, ledger: laidOut.ledger, tables: [table], period, conduct },
        assumptions: usualAssumptions,
      }
      const accounts = new AccountsByTable(setup, { tally: emptyTally(laidOut.ledger, period), told: true })
      const stories = accounts.live(0)
      const plain = plainAccount(setup, { debtor: 0, id: debtor, stories, zone, holidays: frenchHolidays })
      expect(tellStories(stories)).toEqual(tellStories(plain))
    }),
    { seed, numRuns: 200 },
  )
})
