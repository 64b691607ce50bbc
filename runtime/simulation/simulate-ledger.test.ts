import { registry } from '@relance/nodes/registry'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { expect, test, vi } from 'vitest'
import document from '../../examples/scenarios/pme.json' with { type: 'json' }
import { addDays } from '../domain/ageing/days-between.ts'
import { usualAssumptions } from '../domain/conduct/assumptions.ts'
import { compile } from '../machine/compile.ts'
import type { LedgerDebtor } from './columns-of.ts'
import type { LedgerItem } from './item-columns.ts'
import { type LedgerQuery, simulateLedger } from './simulate-ledger.ts'

vi.setConfig({ testTimeout: 120_000 })

const drawn = scenarioDocumentSchema.parse(document)
const compilation = compile({ document: drawn, registry })
if (!compilation.ok) throw new Error('the example does not compile')
const version = { compiled: compilation.compiled, policy: drawn.policy }

const invoice = (index: number, change: Partial<LedgerItem> = {}): LedgerItem => {
  const issueDate = addDays('2026-01-05', index % 60)
  return {
    ...{ number: `F${index}`, entity: 'FR01', debtor: `FR01:C${index % 1_500}`, type: 'invoice', segment: null },
    ...{
      amount: 50_000 + index,
      open: null,
      currency: 'EUR',
      paidDate: null,
      issueDate,
      dueDate: addDays(issueDate, 30),
    },
    ...change,
  }
}
const debtor = (id: string, collector: string): LedgerDebtor => ({
  ...{ id, collector, salesperson: 'Ada', segment: 'pme', country: 'FR', language: 'fr', zone: null, postalCode: '' },
})

const query = (items: readonly LedgerItem[], change: Partial<LedgerQuery> = {}): LedgerQuery => ({
  ...{ versions: [version], items, debtors: [], segment: 'pme', from: '2026-01-05', until: '2026-12-31' },
  ...{ conduct: { type: 'history' }, assumptions: usualAssumptions, threads: 2 },
  ...change,
})
const many = Array.from({ length: 6_000 }, (_, index) => invoice(index))

test('the result is the same on one thread, on several and without any, and tells its progress', async () => {
  const told: number[] = []
  const [two] = await simulateLedger(query(many), { progress: (done) => told.push(done) })
  const [one] = await simulateLedger(query(many, { threads: 1 }))
  const [none] = await simulateLedger(query(many, { threads: 0 }))
  expect(two).toEqual(one)
  expect(none).toEqual(one)
  expect(two!.simulated).toBe(6_000)
  expect(told.at(-1)).toBe(6_000)
})

test('a cancelled simulation stops and answers nothing', async () => {
  const stop = new AbortController()
  const running = simulateLedger(query(many), { signal: stop.signal })
  stop.abort(new Error('enough'))
  await expect(running).rejects.toThrow('enough')
})

test('two invoices of a customer that fall due together make one contact, by whoever follows the customer', async () => {
  const items = [invoice(0, { amount: 200_000 }), invoice(0, { number: 'F0b', amount: 200_000 })]
  const conduct = { type: 'never-answers' } as const
  const debtors = [debtor('FR01:C0', 'Inès')]
  const [both] = await simulateLedger(query(items, { conduct, debtors }))
  const [alone] = await simulateLedger(query(items.slice(1), { conduct, debtors }))
  expect(both!.totals).toEqual(alone!.totals)
  expect(both!.people).toMatchObject([{ person: 'Inès', totals: both!.totals }])
  expect(both!.cost.email).toBe(both!.totals.email! * usualAssumptions.cost.email)
})

test('customers pay as they did: one of fifty days late later than one of five', async () => {
  const past = (id: string, delay: number) =>
    [0, 1, 2, 3].map((index) =>
      invoice(index, {
        number: `${id}${index}`,
        debtor: id,
        open: 0,
        paidDate: addDays(invoice(index).dueDate, delay - 200),
        dueDate: addDays(invoice(index).dueDate, -200),
        issueDate: addDays(invoice(index).dueDate, -230),
      }),
    )
  const meanDelay = async (delay: number) => {
    const [result] = await simulateLedger(
      query([...past('FR01:C9', delay), invoice(0, { debtor: 'FR01:C9' })], {
        assumptions: { ...usualAssumptions, response: { email: 0, sms: 0, letter: 0, voice: 0, call: 0 } },
      }),
    )
    return result!.meanDelay
  }
  expect(await meanDelay(5)).toBe(5)
  expect(await meanDelay(50)).toBe(50)
})

test('reminders gain days by as much as is assumed, and none where nobody answers them', async () => {
  const gained = async (share: number) => {
    const response = { email: share, sms: share, letter: share, voice: share, call: share }
    const [result] = await simulateLedger(query(many, { assumptions: { ...usualAssumptions, response } }))
    return result!.daysGained
  }
  expect(await gained(0)).toBe(0)
  expect(await gained(0.8)).toBeGreaterThan(await gained(0.2))
})

test('two versions of a scenario are played by the same customers', async () => {
  const [first, second] = await simulateLedger(query(many.slice(0, 200), { versions: [version, version] }))
  expect(first).toEqual(second)
})

test('what is paid and what is of another segment is not played', async () => {
  const items = [
    invoice(0),
    invoice(1, { open: 0 }),
    invoice(2, { segment: 'tpe' }),
    invoice(3, { type: 'credit-note', amount: -100 }),
  ]
  const [result] = await simulateLedger(query(items))
  expect(result).toMatchObject({ simulated: 1, others: 1 })
})
