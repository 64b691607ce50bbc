import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCompany } from '../api/testing/ledger.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { Debtor } from '../models/debtor.ts'
import { Entity } from '../models/entity.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Scenario } from '../models/scenario.ts'
import { Seeding } from '../models/seeding.ts'
import { seedDemo } from './seed-demo.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'seed' })
})
afterAll(() => api.stop())

const operator = () => ({ ports: api.ports, author: 'Relance' })
const counts = async () => ({
  entities: await Entity.countDocuments({}),
  debtors: await Debtor.countDocuments({}),
  items: await Item.countDocuments({}),
  scenarios: await Scenario.countDocuments({}),
})

test('a database with data of its own is left alone', async () => {
  await writeCompany()
  expect(await seedDemo(operator())).toBe(false)
  expect(await counts()).toMatchObject({ entities: 1, debtors: 2, items: 0, scenarios: 0 })
  await Promise.all([Entity.deleteMany({}), Debtor.deleteMany({})])
})

test('an empty database gets two companies, their ledger of today and four published scenarios', async () => {
  expect(await seedDemo(operator())).toBe(true)
  const full = await counts()
  expect(full).toMatchObject({ entities: 2, scenarios: 4 })
  expect(full.debtors).toBeGreaterThanOrEqual(300)
  expect(full.items).toBeGreaterThanOrEqual(2_000)
  expect((await Scenario.find({}).lean()).map(({ published }) => published.version)).toEqual([1, 1, 1, 1])
})

test('every open invoice gets its file, and nothing is said to have been sent', async () => {
  const open = await Item.countDocuments({ type: 'invoice', open: { $gt: 0 } })
  const started = () => new Set(api.signals.flatMap((signal) => (signal.to === 'start' ? [signal.item] : []))).size
  await expect.poll(started, { timeout: 30_000 }).toBe(open)
  expect(await Message.countDocuments({})).toBe(0)
})

test('a second start changes nothing; one cut short before the end goes on', async () => {
  const full = await counts()
  expect(await seedDemo(operator())).toBe(false)
  await Seeding.updateOne({ _id: 'demo' }, { $set: { doneAt: null } })
  await Scenario.deleteOne({ _id: 'tpe' })
  api.clock.now = new Date(api.clock.now.getTime() + 5 * 86_400_000)
  expect(await seedDemo(operator())).toBe(true)
  expect(await counts()).toEqual(full)
})

test('the figures of the demo company are believable', async () => {
  const { body } = await api.get('/figures?entity=AMC')
  expect(body.outstanding).toBeGreaterThan(0)
  expect(body.overdueRate).toBeGreaterThan(0.05)
  expect(body.overdueRate).toBeLessThan(0.9)
  expect(body.dso).toBeGreaterThan(15)
  expect(body.dso).toBeLessThan(120)
  const aged = body.aged.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)
  expect(aged).toBe(body.outstanding)
})
