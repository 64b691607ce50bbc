import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCompany, writeInvoice } from '../api/testing/ledger.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { Debtor } from '../models/debtor.ts'
import { Event } from '../models/event.ts'
import { StoredRates } from '../models/rate-table.ts'
import { sweep } from './sweeper.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'law' })
  await writeCompany()
})
afterAll(() => api.stop())

const at = (id: string, door: string) => `/invoices/${encodeURIComponent(id)}/${door}`
const claim = async (id: string) => (await api.get(at(id, 'claim'))).body

describe('the table of rates', () => {
  test('begins with the rates of the installation, those to be checked marked', async () => {
    const { body } = await api.get('/rates')
    expect(body.revision).toBe(1)
    expect(body.table.refinancing[1]).toEqual({ from: '2025-01-01', value: 315, checked: false })
  })

  test('is edited row by row, each change with its author and date in the log', async () => {
    const { body } = await api.get('/rates')
    const refinancing = [
      ...body.table.refinancing.map((row: { from: string }) =>
        row.from === '2025-01-01' ? { ...row, checked: true } : row,
      ),
      { from: '2026-07-01', value: 240, checked: true },
    ]
    const table = { ...body.table, refinancing }
    const saved = await api.send('PUT', '/rates', { revision: body.revision, table })
    expect([saved.status, saved.body.revision]).toEqual([200, 2])
    expect(saved.body.changes.map(({ kind, values }: { kind: string; values: object }) => [kind, values])).toEqual(
      expect.arrayContaining([
        ['rate-entered', { rate: 'refinancing', from: '2026-07-01', before: null, after: 240 }],
        ['rate-checked', { rate: 'refinancing', from: '2025-01-01', before: 315, after: 315 }],
      ]),
    )
    expect(saved.body.changes[0]).toMatchObject({ author: 'Direction financière', at: '2026-03-16T09:00:00.000Z' })
    const late = await api.send('PUT', '/rates', { revision: 1, table })
    expect([late.status, late.body.code]).toEqual([409, 'settings-conflict'])
  })

  test('refuses a rate that begins in spring, at its place', async () => {
    const { body } = await api.get('/rates')
    const legal = [...body.table.legal, { from: '2026-03-15', value: 100, checked: true }]
    const answer = await api.send('PUT', '/rates', { revision: body.revision, table: { ...body.table, legal } })
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'body.table.legal.4.from'])
    expect(answer.body.errors[0].message).toMatch(/1er\sjanvier ou 1er\sjuillet/)
  })

  test('a stop between the change and its log entry is made up for', async () => {
    const entry = { _id: 'rates:99:legal:2026-01-01', at: api.clock.now, kind: 'rate-checked', author: 'x', values: {} }
    await StoredRates.updateOne({ _id: 'law' }, { $push: { outbox: entry } })
    await sweep({ ports: api.ports, author: 'relance' })
    expect(await Event.countDocuments({ _id: entry._id })).toBe(1)
    expect((await StoredRates.findById('law').lean())?.outbox).toEqual([])
  })
})

describe('what a late invoice costs', () => {
  const vector = { issueDate: '2025-05-01', dueDate: '2025-05-31', amount: 1_200_000, open: 1_200_000 }

  test('12 000.00 due on 31 May 2025 and paid on 15 September cost 437.28 and 40 EUR, explained by half-year', async () => {
    const invoice = await writeInvoice(vector)
    await api.send('POST', '/payments', { invoice, amount: 1_200_000, date: '2025-09-15' })
    const { lines, ...rest } = await claim(invoice)
    expect(rest).toMatchObject({ leftOut: null, penalties: 43_728, indemnity: 4_000, until: '2025-09-15' })
    expect(lines.map(({ days, rate }: { days: number; rate: { rate: number } }) => [days, rate.rate])).toEqual([
      [30, 1_315],
      [77, 1_215],
    ])
  })

  test('a balance that a file merely stated is taken as paid in time', async () => {
    const invoice = await writeInvoice({
      ...vector,
      open: 0,
      paidDate: '2025-07-10',
      payments: [
        { id: 'stated:x', amount: 1_000_000, closes: false },
        { id: 'stock:x', amount: 200_000, closes: true },
      ],
    })
    expect(await claim(invoice)).toMatchObject({
      until: '2025-07-10',
      lines: [{ unpaid: 200_000 }, { unpaid: 200_000 }],
    })
  })

  test('a disputed invoice bears nothing until its dispute is closed', async () => {
    const invoice = await writeInvoice(vector)
    await api.send('POST', '/disputes', { invoice, reason: 'quality' })
    expect(await claim(invoice)).toMatchObject({ leftOut: 'disputed', penalties: 0, indemnity: 0 })
    await api.send('POST', at(invoice, 'resolve-dispute'), {})
    expect((await claim(invoice)).penalties).toBeGreaterThan(0)
  })

  test('an agreed rate counts, lifted to three times the legal rate', async () => {
    const invoice = await writeInvoice(vector)
    const terms = { days: 45, endOfMonth: 'after-days' }
    const { status, body } = await api.send('PUT', '/entities/FR/terms', { terms, agreedRate: 900 })
    expect([status, body.terms, body.agreedRate]).toEqual([200, terms, 900])
    const rates = (await claim(invoice)).lines.map(({ rate }: { rate: { rate: number; basis: string } }) => [
      rate.rate,
      rate.basis,
    ])
    expect(rates).toEqual([
      [1_113, 'floor'],
      [900, 'agreed'],
      [900, 'agreed'],
    ])
    await api.send('PUT', '/entities/FR/terms', { terms: { days: 30, endOfMonth: 'none' }, agreedRate: null })
  })

  test('terms that the law does not allow are refused with its limit', async () => {
    const answer = await api.send('PUT', '/entities/FR/terms', {
      terms: { days: 61, endOfMonth: 'none' },
      agreedRate: null,
    })
    expect([answer.status, answer.body.code]).toEqual([422, 'terms-too-long'])
    expect(answer.body.title).toContain('60')
  })

  test('insolvency proceedings stop the interest on the day before the judgment', async () => {
    const invoice = await writeInvoice({ ...vector, debtor: 'FR:C2' })
    const door = `/debtors/${encodeURIComponent('FR:C2')}/insolvency`
    const judged = (judgedOn: string) =>
      api.send('PUT', door, { insolvency: { proceedings: 'receivership', judgedOn } })
    expect((await judged('2025-07-01')).body.insolvency).toEqual({
      ...{ proceedings: 'receivership', judgedOn: '2025-07-01', publishedOn: null, declareBy: '2025-09-01' },
    })
    expect(await claim(invoice)).toMatchObject({ penalties: 12_970, stoppedOn: '2025-07-01', until: '2025-06-30' })
    expect((await judged('2027-01-01')).body.code).toBe('judgment-in-the-future')
    await api.send('PUT', door, { insolvency: null })
    expect((await Debtor.findById('FR:C2').lean())?.insolvency).toBeNull()
    const logged = (await Event.find({ debtor: 'FR:C2' }).lean()).map(({ kind }) => kind)
    expect(logged).toEqual(expect.arrayContaining(['insolvency-opened', 'insolvency-lifted']))
  })
})

describe('the limitation clock', () => {
  test('runs five years from the due date, starts again at an acknowledgement and not at a formal notice', async () => {
    const invoice = await writeInvoice({ issueDate: '2022-02-28', dueDate: '2022-03-31' })
    const record = (kind: string, date: string) => api.send('POST', at(invoice, 'limitation'), { kind, date })
    expect((await claim(invoice)).limitation).toMatchObject({ cause: 'due-date', lastDay: '2027-03-31' })
    expect((await record('formal-notice', '2026-01-10')).body.limitation.lastDay).toBe('2027-03-31')
    expect((await record('acknowledgement', '2026-02-10')).body.limitation.lastDay).toBe('2031-02-10')
    expect((await record('lawsuit', '2026-03-01')).body.limitation.lastDay).toBeNull()
    expect((await record('lawsuit', '2026-12-01')).body.code).toBe('act-in-the-future')
    const { body } = await api.get(at(invoice, 'timeline'))
    const kinds = body.items.map(({ kind }: { kind: string }) => kind)
    expect(kinds.sort()).toEqual(['debt-acknowledged', 'formal-notice-given', 'lawsuit-filed'])
  })
})
