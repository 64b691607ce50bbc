import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entities } from '../../examples/ledger/entities.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { Debtor } from '../models/debtor.ts'
import { Entity } from '../models/entity.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Payment } from '../models/payment.ts'
import { Scenario } from '../models/scenario.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'
import { sweep } from '../operations/sweeper.ts'
import { importFile } from './import-file.ts'
import { MemoryLedger } from './memory-ledger.ts'

const subjects = ['debtors', 'contacts', 'items', 'payments'] as const
const morning = new Date('2026-03-16T07:00:00Z')

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'imports' })
  api.clock.now = morning
  for (const { code, ...entity } of entities) await Entity.create({ _id: code, ...entity })
})
afterAll(() => api.stop())

const demoFile = (subject: string) => readFile(new URL(`../../examples/ledger/${subject}.csv`, import.meta.url))

async function send(content: string | Buffer, fields: Record<string, string> = {}, name = 'export.csv') {
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(Buffer.from(content))]), name)
  for (const [field, value] of Object.entries(fields)) body.set(field, value)
  const answer = await fetch(`${api.url}/imports`, { method: 'POST', body, headers: { 'accept-language': 'fr' } })
  // biome-ignore lint/suspicious/noExplicitAny: reports and problems alike
  return { status: answer.status, body: (await answer.json()) as any }
}

const paidSignals = (number: string) =>
  api.signals.filter(
    (signal) => signal.to === 'happen' && signal.item === `AMC:${number}:2026` && signal.happening.type === 'PAID',
  )
const header = 'Facture;Code client;Date facture;Échéance;Montant TTC;Solde\n'
const line = (number: string, open: string) => `${number};T1;13/02/2026;15/03/2026;100,00;${open}\n`
const amc = { entity: 'AMC' }

/** Three invoices of a customer, each followed by a running file. */
async function runningInvoices(...numbers: string[]): Promise<void> {
  await send('Code client;Raison sociale\nT1;Cartonnages Vernoullet\n', amc)
  await send(header + numbers.map((number) => line(number, '100,00')).join(''), amc)
  const course = { scenario: 'pme', version: 1, hash: 'h', status: 'running' }
  await Item.updateMany({ number: { $in: numbers } }, { $set: { course } })
  api.signals.length = 0
}

describe('A customer whom a file puts into another segment', () => {
  test('is logged with who did it, its invoices follow, and files under way keep their scenario', async () => {
    await runningInvoices('SEG-1')
    await send('Code client;Raison sociale;Segment\nT1;Cartonnages Vernoullet;ETI\n', amc)
    const item = await Item.findOne({ number: 'SEG-1' }).lean()
    expect(item).toMatchObject({ segment: 'eti', course: { scenario: 'pme', hash: 'h', status: 'running' } })
    expect(await Debtor.findById('AMC:T1').lean()).toMatchObject({ segment: 'eti', segmentSettled: true, outbox: [] })
    const { body } = await api.get('/debtors/AMC%3AT1/history')
    expect(body.items).toMatchObject([{ kind: 'segment-changed', values: { from: 'pme', to: 'eti' } }])
    expect(body.items[0].author).not.toBe('')
    expect(api.signals.filter(({ to }) => to === 'migrate' || to === 'start')).toEqual([])
  })

  test('keeps what a stop left half-way for the sweeper', async () => {
    await Debtor.updateOne({ _id: 'AMC:T1' }, { $set: { segment: 'tpe', segmentSettled: false } })
    await sweep({ ports: api.ports, author: 'relance' })
    expect((await Item.findOne({ number: 'SEG-1' }).lean())?.segment).toBe('tpe')
    expect((await Debtor.findById('AMC:T1').lean())?.segmentSettled).toBe(true)
    await Item.deleteMany({ debtor: 'AMC:T1' })
    await Debtor.deleteOne({ _id: 'AMC:T1' })
  })
})

describe('The demo ledger through the API into a real database', { timeout: 300_000 }, () => {
  test('is taken whole, and each balance is the one of the file', async () => {
    for (const subject of subjects) {
      const { status, body } = await send(await demoFile(subject), {}, `${subject}.csv`)
      expect([status, body.rejected, body.accepted]).toEqual([200, [], body.read])
    }
    const text = (await demoFile('items')).toString()
    const stated = new Map(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(';'))
        .map((cells) => [`${cells[0]}:${cells[3]}:${cells[4]!.slice(6)}`, cells]),
    )
    const items = await Item.find().lean()
    expect(items.length).toBe(stated.size)
    for (const item of items) {
      const cells = stated.get(item._id)!
      expect([item._id, item.open, item.paidDate?.split('-').reverse().join('/') ?? '']).toEqual([
        item._id,
        Number(cells[7]!.replace(',', '')),
        cells[9],
      ])
    }
    expect(await Debtor.countDocuments()).toBeGreaterThanOrEqual(300)
    expect(await Payment.countDocuments({ posted: false })).toBe(0)
  })

  test('the memory ledger of the other tests writes the same as the database', async () => {
    const memory = new MemoryLedger(entities)
    for (const subject of subjects) {
      const ports = {
        reader: memory,
        writer: memory,
        now: () => morning,
        saveReport: async () => {},
        enrol: async () => {},
      }
      const source = { path: new URL(`../../examples/ledger/${subject}.csv`, import.meta.url).pathname }
      await importFile({ source, fileName: `${subject}.csv`, options: {}, author: 'x', ports })
    }
    const facts = (item: { open: number; amount: number; dueDate: string; paidDate?: string | null }) => [
      item.open,
      item.amount,
      item.dueDate,
      item.paidDate ?? null,
    ]
    const stored = new Map((await Item.find().lean()).map((item) => [item._id, facts(item)]))
    expect(new Map([...memory.itemsById].map(([id, item]) => [id, facts(item)]))).toEqual(stored)
  })

  test('imported again, it changes nothing', async () => {
    const state = async () =>
      JSON.stringify([
        await Item.find().sort({ _id: 1 }).lean(),
        await Debtor.find().sort({ _id: 1 }).lean(),
        await Event.countDocuments(),
        await Payment.countDocuments(),
      ])
    const before = await state()
    for (const subject of subjects) {
      const { body } = await send(await demoFile(subject), {}, `${subject}.csv`)
      expect([body.created, body.changed, body.unchanged]).toEqual([0, 0, body.read])
    }
    expect(await state()).toBe(before)
  })

  test('customers are known by how they paid over the last six months', async () => {
    const paid = await Item.find({ type: 'invoice', paidDate: { $gt: '2025-09-16', $lte: '2026-03-16' } }).lean()
    const debtor = await Debtor.findById(paid[0]!.debtor).lean()
    const items = paid.filter((item) => item.debtor === debtor!._id)
    const days = (item: { dueDate: string; paidDate?: string | null }) =>
      (Date.parse(item.paidDate!) - Date.parse(item.dueDate)) / 86_400_000
    const weight = items.reduce((sum, { amount }) => sum + amount, 0)
    const mean = items.reduce((sum, item) => sum + (item.amount * days(item)) / weight, 0)
    expect(debtor!.meanDelay).toBe(Math.round(mean * 10) / 10)
    expect(await Debtor.countDocuments({ meanDelay: { $gt: 5 } })).toBeGreaterThan(50)
  })

  test('its key figures are those of a believable company', async () => {
    const { body } = await api.get('/figures?entity=AMC&at=2026-03-16')
    expect(body.overdueRate).toBeGreaterThan(0.25)
    expect(body.overdueRate).toBeLessThan(0.36)
    expect(body.dso).toBeGreaterThan(40)
    expect(body.dso).toBeLessThan(90)
  })
})

describe('Reminders', { timeout: 60_000 }, () => {
  test('stop at once when an imported payment settles a running invoice, and the file says so once', async () => {
    await runningInvoices('P1', 'P2')
    const payments =
      'Facture;Montant réglé;Date de règlement;Référence\nP1;100,00;2026-03-14;V1\nP2;40,00;2026-03-14;V1\n'
    await send(payments, amc)
    await send(payments, amc)
    expect([paidSignals('P1').length, paidSignals('P2').length]).toEqual([1, 0])
    expect(await Item.findById('AMC:P1:2026').lean()).toMatchObject({ open: 0, paidDate: '2026-03-14' })
    expect(await Item.findById('AMC:P2:2026').lean()).toMatchObject({ open: 6_000 })
    expect(await Event.countDocuments({ invoice: 'AMC:P1:2026', kind: 'payment-recorded' })).toBe(1)
  })

  test('stop at once when a stock no longer lists the invoice', async () => {
    await runningInvoices('S1', 'S2')
    const others = await Item.find({ entity: 'AMC', open: { $ne: 0 }, number: { $ne: 'S1' } }).lean()
    const euros = (minor: number) => (minor / 100).toFixed(2)
    const rows = others.map(
      ({ number, debtorCode, issueDate, dueDate, amount, open }) =>
        `${number};${debtorCode};${issueDate};${dueDate};${euros(amount)};${euros(open)}\n`,
    )
    const { body } = await send(header + rows.join(''), { ...amc, mode: 'stock' })
    expect([body.settled, body.changed, body.rejected]).toEqual([1, 0, []])
    expect([paidSignals('S1').length, paidSignals('S2').length]).toEqual([1, 0])
    expect(await Item.findById('AMC:S1:2026').lean()).toMatchObject({ open: 0, paidDate: '2026-03-16' })
    expect(await Event.countDocuments({ invoice: 'AMC:S1:2026', kind: 'invoice-settled-by-import' })).toBe(1)
  })

  test('stop at once when a newer balance of the file is zero, and each later change is told anew', async () => {
    await runningInvoices('B1')
    for (const [second, open] of [
      [1, '0,00'],
      [2, '100,00'],
      [3, '0,00'],
    ] as const) {
      api.clock.now = new Date(morning.getTime() + second * 1_000)
      await send(header + line('B1', open), amc)
    }
    expect(paidSignals('B1').length).toBe(2)
    expect((await Item.findById('AMC:B1:2026').lean())?.open).toBe(0)
  })

  test('do not resume because an older export arrives after a payment entered by hand', async () => {
    await runningInvoices('H1')
    await api.send('POST', '/payments', { invoice: 'AMC:H1:2026', amount: 10_000 })
    const { body } = await send(header + line('H1', '100,00'), amc)
    expect(body).toMatchObject({ unchanged: 1, open: { EUR: 0 } })
    expect((await Item.findById('AMC:H1:2026').lean())?.open).toBe(0)
  })
})

describe('The door', { timeout: 60_000 }, () => {
  test('two imports of one file at the same moment write it once', async () => {
    await runningInvoices('T0')
    const file = header + Array.from({ length: 50 }, (_, index) => line(`T${index + 1}`, '100,00')).join('')
    const payments = `Facture;Montant réglé;Date de règlement\n${Array.from({ length: 50 }, (_, index) => `T${index + 1};60,00;2026-03-15\n`).join('')}`
    await Promise.all([send(file, amc), send(file, amc)])
    await Promise.all([send(payments, amc), send(payments, amc)])
    const items = await Item.find({ number: { $in: Array.from({ length: 50 }, (_, index) => `T${index + 1}`) } }).lean()
    expect(items.length).toBe(50)
    for (const { open, payments } of items) expect([open, payments.length]).toEqual([4_000, 1])
  })

  test.each([
    [{ format: 'fec' }, 'Code client;Raison sociale\nX;Y\n', 'format-not-supported'],
    [{}, '', 'empty-file'],
    [amc, 'foo;bar\n1;2\n', 'headers-not-recognised'],
    [{ ...amc, mode: 'stock' }, header + line('P2', '60,00'), 'stock-would-settle-too-much'],
    [{ entity: 'NOBODY' }, 'Code client;Raison sociale\nX;Y\n', 'unknown-entity'],
  ])('a file refused as a whole answers a problem with its code and writes nothing', async (fields, content, code) => {
    const count = async () => [await Item.countDocuments(), await Debtor.countDocuments(), await Event.countDocuments()]
    const before = await count()
    const { status, body } = await send(content, fields as Record<string, string>)
    expect([status, body.code]).toEqual([422, code])
    expect(body.title).toMatch(/\.$/)
    expect(await count()).toEqual(before)
    await sleep(50)
    expect(await api.leftovers()).toEqual([])
  })
})

test('an invoice that a file settles by mistake and the next one opens again is chased anew after its thanks', async () => {
  await runningInvoices('R1', 'R2')
  await writeScenario()
  await send(header + line('R1', '0,00') + line('R2', '0,00'), amc)
  await send(header + line('R1', '100,00') + line('R2', '100,00'), amc)
  const close = async (number: string, end: string) => {
    const invoice = `AMC:${number}:2026`
    await Item.updateOne({ _id: invoice }, { $set: { 'course.status': 'ended' } })
    const entry = { at: morning, author: 'scenario', entity: 'AMC', invoice }
    await Event.create({ ...entry, _id: `closed:${number}`, kind: 'file-closed', values: { end } })
  }
  const started = () => api.signals.flatMap((signal) => (signal.to === 'start' ? [signal.item] : []))
  await sweep({ ports: api.ports, author: 'relance' })
  expect(started(), 'while the thanks are under way').toEqual([])
  await close('R1', 'settled')
  await close('R2', 'ended')
  await sweep({ ports: api.ports, author: 'relance' })
  expect(started()).toEqual(['AMC:R1:2026'])
})

test('payments that a stopped import had only recorded reach their invoices as if it had gone on, wherever it stopped', async () => {
  api.clock.now = morning
  await runningInvoices('U1')
  await send(header + line('U2', '100,00') + line('U3', '40,00'), amc)
  const ids = ['AMC:U1:2026', 'AMC:U2:2026', 'AMC:U3:2026']
  const read = () =>
    Item.find({ _id: { $in: ids } })
      .sort({ _id: 1 })
      .lean()
  const entries = () =>
    Event.find({ invoice: { $in: ids }, kind: 'payment-recorded' })
      .sort({ _id: 1 })
      .lean()
  const untouched = await read()
  const paid =
    'Facture;Montant réglé;Date de règlement\nU1;100,00;2026-03-14\nU2;30,00;2026-03-14\nU3;60,00;2026-03-14\n'
  await send(paid, amc)
  const [items, log] = [await read(), await entries()]
  expect(items.map(({ open }) => open)).toEqual([0, 7_000, 4_000])
  const stopAfter = async (state: typeof untouched) => {
    for (const item of state) await Item.replaceOne({ _id: item._id }, item)
    await Event.deleteMany({ invoice: { $in: ids }, kind: 'payment-recorded' })
    await Payment.updateMany({ invoice: { $in: ids } }, { $set: { posted: false } })
    api.signals.length = 0
    api.clock.now = new Date(api.clock.now.getTime() + 60_000)
    for (const _round of [1, 2]) await sweep({ ports: api.ports, author: 'relance' })
    expect(await read()).toEqual(items)
    expect((await entries()).map(({ _id, values }) => [_id, values])).toEqual(
      log.map(({ _id, values }) => [_id, values]),
    )
    expect(await Payment.countDocuments({ invoice: { $in: ids }, posted: false })).toBe(0)
  }
  await stopAfter(untouched)
  const told = paidSignals('U1').map((signal) => 'event' in signal && signal.event)
  expect([...new Set(told)], 'one event, told until the file takes it').toHaveLength(1)
  await stopAfter(items)
  expect((await send(paid, amc)).body).toMatchObject({ unchanged: 3, created: 0 })
})

async function writeScenario(): Promise<void> {
  const published = { version: 1, hash: 'h', at: morning, by: 'Claire Vasseur', note: '' }
  const draft = { hash: 'h', revision: 1, updatedAt: morning, updatedBy: 'Claire Vasseur' }
  const segment = (await Debtor.findById('AMC:T1').lean())!.segment
  await Scenario.create({ _id: 'reopened', document: { segment }, ...draft, published })
  const version = { scenario: 'reopened', version: 1, segment, document: {}, compiled: {} }
  await ScenarioVersion.create({ _id: 'h', ...version, publishedAt: morning, publishedBy: 'Claire Vasseur' })
}
