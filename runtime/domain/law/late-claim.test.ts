import { expect, test } from 'vitest'
import { initialRates as rates } from './initial-rates.ts'
import { type ClaimQuestion, lateClaim } from './late-claim.ts'

const usual: ClaimQuestion = {
  type: 'invoice',
  disputed: false,
  dueDate: '2025-05-31',
  amount: 1_200_000,
  payments: [],
  today: '2025-09-15',
  agreed: null,
  rates,
  insolventSince: null,
}

const claim = (change: Partial<ClaimQuestion> = {}) => lateClaim({ ...usual, ...change })

test('a late invoice costs its penalties and 40 EUR', () => {
  expect(claim()).toMatchObject({ leftOut: null, penalties: 43_728, indemnity: 4_000, until: '2025-09-15' })
})

test('an invoice paid in two parts or asked for five times owes 40 EUR once', () => {
  const paid = [
    { date: '2025-06-10', amount: 600_000 },
    { date: '2025-07-10', amount: 600_000 },
  ]
  expect(claim({ payments: paid })).toMatchObject({ indemnity: 4_000, until: '2025-07-10' })
})

test('an invoice paid on its due date owes nothing', () => {
  expect(claim({ payments: [{ date: '2025-05-31', amount: 1_200_000 }] })).toMatchObject({
    leftOut: 'not-late',
    penalties: 0,
    indemnity: 0,
  })
  expect(claim({ today: '2025-05-31' }).leftOut).toBe('not-late')
})

test('credit notes and disputed invoices are left out', () => {
  expect(claim({ type: 'credit-note', amount: -5_000 })).toMatchObject({ leftOut: 'not-an-invoice', indemnity: 0 })
  expect(claim({ disputed: true })).toMatchObject({ leftOut: 'disputed', penalties: 0, indemnity: 0 })
})

test('the judgment that opens insolvency proceedings stops the interest; the indemnity that was owed stays', () => {
  expect(claim({ insolventSince: '2025-07-01' })).toMatchObject({
    penalties: 12_970,
    indemnity: 4_000,
    until: '2025-06-30',
    stoppedOn: '2025-07-01',
  })
})

test('what fell due once proceedings were open bears neither interest nor indemnity', () => {
  expect(claim({ insolventSince: '2025-05-01' })).toMatchObject({ leftOut: 'insolvent', penalties: 0, indemnity: 0 })
})

test.each([
  ['JPY', 1_200_000, 43_728],
  ['TND', 12_000_000, 437_277],
])('minor units of %s need no other rule', (_currency, amount, penalties) => {
  expect(claim({ amount }).penalties).toBe(penalties)
})
