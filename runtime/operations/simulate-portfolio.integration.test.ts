import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCompany, writeInvoice } from '../api/testing/ledger.ts'
import { drawnScenario } from '../api/testing/scenario.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { LedgerSimulation } from '../models/ledger-simulation.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'portfolio' })
  await writeCompany()
  await Promise.all([writeInvoice(), writeInvoice(), writeInvoice({ open: 0, paidDate: '2026-03-02' })])
  await api.send('POST', '/scenarios', { document: drawnScenario() })
})
afterAll(() => api.stop())

const begin = (ledger: object = {}) => api.send('POST', '/scenarios/court/simulate', { ledger })
const ended = async (id: string) => {
  await expect
    .poll(async () => (await api.get(`/simulations/${id}`)).body.status, { timeout: 60_000 })
    .not.toBe('running')
  return (await api.get(`/simulations/${id}`)).body
}

test('the portfolio is played in the background, the draft beside what is published', async () => {
  await api.send('POST', '/scenarios/court/publish', {})
  const { status, body } = await begin({ assumptions: { response: { email: 1 } } })
  expect([status, body.status, body.from, body.until]).toEqual([200, 'running', '2026-03-16', '2026-09-16'])
  const done = await ended(body.id)
  expect(done).toMatchObject({ status: 'done', done: 4, total: 4, error: null })
  expect(done.assumptions.response).toMatchObject({ email: 1, call: 0.3 })
  const [draft, published] = done.outcomes
  expect([draft.version, published.version]).toEqual(['draft', 'published'])
  expect(draft).toMatchObject({ simulated: 2, others: 0, currency: 'EUR' })
  expect(draft.totals.email).toBeGreaterThan(0)
  expect({ ...draft, version: '' }).toEqual({ ...published, version: '' })
})

test('a simulation that is cancelled stays so, and what it finds afterwards is not kept', async () => {
  const { id } = (await begin()).body
  const { body } = await api.send('POST', `/simulations/${id}/cancel`, {})
  expect(body.status).toBe('cancelled')
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect((await api.get(`/simulations/${id}`)).body).toMatchObject({ status: 'cancelled', outcomes: [] })
})

test('a simulation whose process is gone is told as interrupted', async () => {
  const { id } = (await begin({ against: 'none' })).body
  await ended(id)
  const seenAt = new Date(api.clock.now.getTime() - 120_000)
  await LedgerSimulation.updateOne({ _id: id }, { $set: { status: 'running', seenAt } })
  expect((await api.get(`/simulations/${id}`)).body).toMatchObject({ status: 'failed', error: 'interrupted' })
})

test('a period that runs backwards, an impossible assumption or a faulty drawing begins nothing', async () => {
  const before = await LedgerSimulation.countDocuments({})
  expect((await begin({ from: '2026-05-01', until: '2026-04-01' })).body.code).toBe('invalid-period')
  expect((await begin({ assumptions: { response: { email: 2 } } })).status).toBe(400)
  const document = { ...drawnScenario(), edges: [] }
  expect((await begin({ document })).body.code).toBe('scenario-problems')
  expect((await api.get('/simulations/never')).status).toBe(404)
  expect(await LedgerSimulation.countDocuments({})).toBe(before)
})
