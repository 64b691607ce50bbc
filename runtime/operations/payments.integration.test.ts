import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCompany, writeInvoice } from '../api/testing/ledger.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { Debtor } from '../models/debtor.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Payment } from '../models/payment.ts'
import { sweep } from './sweeper.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'payments' })
  await writeCompany()
})
afterAll(() => api.stop())

const pay = (invoice: string, amount: number, more: object = {}) =>
  api.send('POST', '/payments', { invoice, amount, ...more })
const paidSignals = (invoice: string) =>
  api.signals.filter((signal) => signal.to === 'happen' && signal.item === invoice && signal.happening.type === 'PAID')

test('a full payment settles the invoice and stops its reminders at once', async () => {
  const invoice = await writeInvoice()
  const { status, body } = await pay(invoice, 100_000, { date: '2026-03-11', reference: 'VIR 118' })
  expect([status, body.invoice.open, body.invoice.state]).toEqual([200, 0, 'paid'])
  expect(paidSignals(invoice)).toHaveLength(1)
  const { body: timeline } = await api.get(`/invoices/${encodeURIComponent(invoice)}/timeline`)
  expect(timeline.items[0]).toMatchObject({
    kind: 'payment-recorded',
    author: 'Direction financière',
    values: { amount: 100_000, open: 0, date: '2026-03-11', reference: 'VIR 118' },
  })
  expect((await Debtor.findById('FR:C1').lean())?.meanDelay).toBe(10)
})

test('a part payment lowers the balance and stops nothing', async () => {
  const invoice = await writeInvoice()
  const { body } = await pay(invoice, 30_000)
  expect([body.invoice.open, body.invoice.state]).toEqual([70_000, 'overdue'])
  expect(paidSignals(invoice)).toHaveLength(0)
  await pay(invoice, 70_000)
  expect(paidSignals(invoice)).toHaveLength(1)
})

test('a payment whose money went back is owed again, once, and the timeline says why', async () => {
  const invoice = await writeInvoice()
  await pay(invoice, 30_000)
  const { id } = (await pay(invoice, 70_000, { key: 'prlv-1' })).body
  const reverse = () =>
    api.send('POST', `/payments/${encodeURIComponent(id)}/reverse`, { reason: 'Prélèvement rejeté' })
  expect((await reverse()).status).toBe(200)
  const again = await reverse()
  expect([again.status, again.body.code]).toEqual([409, 'already-reversed'])
  const { body } = await api.get(`/invoices/${encodeURIComponent(invoice)}`)
  expect([body.open, body.state]).toEqual([70_000, 'overdue'])
  const item = await Item.findById(invoice).lean()
  expect([item?.reopened, item?.paidDate, item?.payments.length]).toEqual([true, null, 1])
  const entry = await Event.findOne({ invoice, kind: 'payment-reversed' }).lean()
  expect(entry?.values).toMatchObject({ amount: 70_000, open: 70_000, reason: 'Prélèvement rejeté' })
  const borne = await api.get(`/invoices/${encodeURIComponent(invoice)}/payments`)
  expect(borne.body.items.map(({ amount }: { amount: number }) => amount)).toEqual([30_000])
  expect((await pay(invoice, 70_000, { key: 'prlv-1' })).body.invoice.open, 'the same request again').toBe(70_000)
})

test('a reversal that a stop left half-way is carried out by the sweeper', async () => {
  const invoice = await writeInvoice({ debtor: 'FR:C2' })
  const { id } = (await pay(invoice, 130_000)).body
  const reversed = { at: api.clock.now, by: 'Claire Vasseur', reason: '' }
  await Payment.updateOne({ _id: id }, { $set: { reversed, reversalPosted: false } })
  await sweep({ ports: api.ports, author: 'relance' })
  await sweep({ ports: api.ports, author: 'relance' })
  expect((await Item.findById(invoice).lean())?.open).toBe(100_000)
  expect(await Item.countDocuments({ type: 'payment', amount: -30_000, open: { $ne: 0 }, debtor: 'FR:C2' })).toBe(0)
})

test('a request repeated with its key counts once, a key used for another payment is refused', async () => {
  const invoice = await writeInvoice()
  const first = await pay(invoice, 40_000, { key: 'ebics-1' })
  const again = await pay(invoice, 40_000, { key: 'ebics-1' })
  expect(again.body).toEqual(first.body)
  const other = await pay(invoice, 50_000, { key: 'ebics-1' })
  expect([other.status, other.body.code]).toEqual([409, 'key-reused'])
  expect((await Item.findById(invoice).lean())?.open).toBe(60_000)
})

test('what is paid in excess stays on the account as an unmatched payment', async () => {
  const invoice = await writeInvoice()
  await pay(invoice, 130_000, { key: 'too-much' })
  await pay(invoice, 130_000, { key: 'too-much' })
  await pay(invoice, 5_000)
  const credits = await Item.find({ type: 'payment', debtor: 'FR:C1' }).lean()
  expect(credits.map(({ open }) => open).sort((a, b) => a - b)).toEqual([-30_000, -5_000])
  expect((await Item.findById(invoice).lean())?.open).toBe(0)
  expect(paidSignals(invoice)).toHaveLength(1)
})

test('100 payments at the same moment are counted to the cent, and the file is told once', async () => {
  const invoice = await writeInvoice({ amount: 100_050, open: 100_050 })
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => pay(invoice, 1_007, { key: `burst-${index}` })),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const item = (await Item.findById(invoice).lean())!
  const applied = item.payments.reduce((sum, { amount }) => sum + amount, 0)
  const surplus = await Item.find({ type: 'payment', amount: { $gte: -1_007 }, 'payments.0': null }).lean()
  const fromBurst = 100 * 1_007 - 100_050
  expect({ open: item.open, applied, payments: item.payments.length }).toEqual({
    open: 0,
    applied: 100_050,
    payments: 100,
  })
  expect(surplus.reduce((sum, { open }) => sum - open, 0)).toBe(fromBurst)
  expect(paidSignals(invoice)).toHaveLength(1)
})

test('the same payment sent 40 times at once counts once', async () => {
  const invoice = await writeInvoice()
  const answers = await Promise.all(Array.from({ length: 40 }, () => pay(invoice, 10_000, { key: 'impatient' })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect((await Item.findById(invoice).lean())?.open).toBe(90_000)
  expect(await Payment.countDocuments({ invoice })).toBe(1)
})

test('while the engine is down the payment is kept, and the reminder engine is told as soon as it is back', async () => {
  const invoice = await writeInvoice()
  api.outage.on = true
  const { status, body } = await pay(invoice, 100_000)
  expect([status, body.invoice.state]).toEqual([200, 'paid'])
  expect(paidSignals(invoice)).toHaveLength(0)
  api.outage.on = false
  api.clock.now = new Date(api.clock.now.getTime() + 60_000)
  await sweep({ ports: api.ports, author: 'relance' })
  expect(paidSignals(invoice)).toHaveLength(1)
})

test('a stop between the money and its posting is made up for', async () => {
  const invoice = await writeInvoice()
  await Payment.create({
    _id: 'manual:cut-short',
    entity: 'FR',
    debtor: 'FR:C1',
    invoice,
    amount: 100_000,
    currency: 'EUR',
    date: '2026-03-10',
    source: 'manual',
    recordedAt: new Date('2026-03-10T10:00:00Z'),
  })
  await sweep({ ports: api.ports, author: 'relance' })
  await sweep({ ports: api.ports, author: 'relance' })
  expect((await Item.findById(invoice).lean())?.open).toBe(0)
  expect(await Event.countDocuments({ invoice, kind: 'payment-recorded' })).toBe(1)
  expect(new Set(paidSignals(invoice).map((signal) => 'event' in signal && signal.event)).size).toBe(1)
})

test.each([
  ['an unknown invoice', { invoice: 'FR:none:2026', amount: 1 }, 404, 'not-found'],
  ['another currency', { currency: 'USD', amount: 1 }, 422, 'wrong-currency'],
  ['a day to come', { date: '2026-04-30', amount: 1 }, 422, 'payment-in-the-future'],
  ['nothing', { amount: 0 }, 400, 'invalid'],
  ['cents of cents', { amount: 10.5 }, 400, 'invalid'],
  ['more than a computer can count', { amount: 1e300 }, 400, 'invalid'],
])('a payment of %s is refused and changes nothing', async (_what, request, status, code) => {
  const invoice = await writeInvoice()
  const answer = await api.send('POST', '/payments', { invoice, ...request })
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect((await Item.findById(invoice).lean())?.open).toBe(100_000)
})

test('a credit note takes no payment', async () => {
  const credit = await writeInvoice({ type: 'credit-note', amount: -5_000, open: -5_000 })
  expect((await pay(credit, 5_000)).body.code).toBe('not-an-invoice')
})

describe('money paid on account', () => {
  const onAccount = (debtor: string, request: object) =>
    api.send('POST', `/debtors/${encodeURIComponent(debtor)}/payments`, { currency: 'EUR', ...request })

  async function customer(code: string) {
    const debtor = `FR:${code}`
    await Debtor.create({ _id: debtor, entity: 'FR', code, name: 'Scierie du Lac', segment: 'pme' })
    const old = await writeInvoice({ debtor, dueDate: '2026-02-01' })
    const late = await writeInvoice({ debtor, dueDate: '2026-03-01' })
    const coming = await writeInvoice({ debtor, dueDate: '2026-04-30' })
    return { debtor, old, late, coming }
  }
  const openOf = async (ids: string[]) => Promise.all(ids.map(async (id) => (await Item.findById(id).lean())?.open))

  test('pays the oldest due first, stops its reminders and leaves what is not due', async () => {
    const { debtor, old, late, coming } = await customer('A1')
    const { status, body } = await onAccount(debtor, { amount: 130_000, key: 'vir-1' })
    expect([status, body.rest, await openOf([old, late, coming])]).toEqual([200, 0, [0, 70_000, 100_000]])
    expect(body.shares.map(({ amount, open }: { amount: number; open: number }) => [amount, open])).toEqual([
      [100_000, 0],
      [30_000, 70_000],
    ])
    expect([paidSignals(old).length, paidSignals(late).length]).toEqual([1, 0])
    const again = await onAccount(debtor, { amount: 130_000, key: 'vir-1' })
    expect(again.body).toEqual(body)
    expect(await openOf([old, late, coming])).toEqual([0, 70_000, 100_000])
  })

  test("pays what the customer names, in the customer's order", async () => {
    const { debtor, old, late, coming } = await customer('A2')
    await onAccount(debtor, { amount: 150_000, chosen: [coming, late] })
    expect(await openOf([old, late, coming])).toEqual([100_000, 50_000, 0])
    const { status, body } = await onAccount(debtor, { amount: 1, chosen: ['FR:other:2026'] })
    expect([status, body.code]).toEqual([404, 'not-found'])
  })

  test('leaves a disputed invoice alone unless it is named, and keeps the rest on the account', async () => {
    const { debtor, old, late, coming } = await customer('A3')
    await api.send('POST', '/disputes', { invoice: old, reason: 'quality' })
    const { body } = await onAccount(debtor, { amount: 250_000 })
    expect([body.rest, await openOf([old, late, coming])]).toEqual([50_000, [100_000, 0, 0]])
    expect((await Item.findOne({ debtor, type: 'payment' }).lean())?.open).toBe(-50_000)
  })

  test('a stop between two invoices is made up for, once', async () => {
    const { debtor, old, late, coming } = await customer('A4')
    const shares = [
      { invoice: old, amount: 100_000 },
      { invoice: late, amount: 20_000 },
    ]
    await Item.updateOne(
      { _id: old },
      {
        $set: { open: 0, paidDate: '2026-03-10' },
        $push: { payments: { id: 'account:cut', amount: 100_000, closes: true } },
      },
    )
    await Payment.create({
      ...{ _id: 'account:cut', entity: 'FR', debtor, amount: 120_000, currency: 'EUR', date: '2026-03-10', shares },
      ...{ source: 'manual', recordedAt: new Date('2026-03-10T10:00:00Z') },
    })
    for (const _round of [1, 2]) await sweep({ ports: api.ports, author: 'relance' })
    expect(await openOf([old, late, coming])).toEqual([0, 80_000, 100_000])
  })
})
