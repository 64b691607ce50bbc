import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { remindAndThank } from '../activities/testing/documents.ts'
import { writeCompany, writeInvoice } from '../api/testing/ledger.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { Enrolment } from '../models/enrolment.ts'
import { Item } from '../models/item.ts'
import { waitUntil } from '../servers/process/wait-until.ts'
import { importLedger } from './import-ledger.ts'
import { sweep } from './sweeper.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'owed-files' })
  await writeCompany()
})
afterAll(() => api.stop())
beforeEach(() => {
  api.outage.on = false
})

const operator = () => ({ ports: api.ports, author: 'Claire Vasseur' })
const isStarted = (item: string) => api.signals.some((signal) => signal.to === 'start' && signal.item === item)
const nothingIsOwed = () =>
  waitUntil(
    async () => {
      if (await Enrolment.exists({})) throw new Error('still owed')
    },
    { timeout: 10_000 },
  )
const bringIn = (number: string, { dryRun }: { dryRun: boolean }) => {
  const text = `Entité;Code client;N° pièce;Échéance;Montant TTC;Solde\nFR;C1;${number};01/03/2026;100,00;100,00\n`
  const file = { stream: Readable.from([Buffer.from(text)]), name: 'pieces.csv' }
  return importLedger(file, { format: 'csv', mode: 'delta', dryRun, force: false, locale: 'fr' }, operator())
}
const laterBy = (ms: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + ms)
}

test('an invoice whose scenario was published while the engine was away gets its file from the sweeper', async () => {
  const invoice = await writeInvoice()
  await api.send('POST', '/scenarios', { document: remindAndThank('owed') })
  api.outage.on = true
  const warned = vi.spyOn(api.ports, 'warn')
  const { status, body } = await api.send('POST', '/scenarios/owed/publish', {})
  expect([status, body.enrolled, isStarted(invoice)]).toEqual([200, 1, false])
  await vi.waitFor(() => expect(warned).toHaveBeenCalled(), { timeout: 10_000 })
  api.outage.on = false
  await sweep(operator())
  expect(isStarted(invoice)).toBe(false)
  laterBy(20_000)
  await sweep(operator())
  await nothingIsOwed()
  expect(isStarted(invoice)).toBe(true)
})

test('so does an invoice that was brought in while the engine was away', async () => {
  api.outage.on = true
  const { enrolled } = await bringIn('F-900', { dryRun: false })
  await expect(enrolled).rejects.toThrow('does not answer')
  api.outage.on = false
  laterBy(20_000)
  await sweep(operator())
  await nothingIsOwed()
  expect(api.signals.some((signal) => signal.to === 'start' && signal.item.startsWith('FR:F-900:'))).toBe(true)
})

test('what is being started is left to whoever is at it, and a trial import owes nothing', async () => {
  await Enrolment.create({ _id: 'under-way', segment: null, aliveAt: api.clock.now })
  await sweep(operator())
  expect(await Enrolment.exists({ _id: 'under-way' })).not.toBeNull()
  await Enrolment.deleteOne({ _id: 'under-way' })
  await bringIn('F-901', { dryRun: true })
  expect(await Enrolment.exists({})).toBeNull()
})

test('however many promises an outage left, each file is started once', async () => {
  const invoice = await writeInvoice()
  const promises = ['pme', 'pme', null, null].map((segment, index) => ({ _id: `left-${index}`, segment }))
  await Enrolment.create(promises.map((promise) => ({ ...promise, aliveAt: api.clock.now })))
  laterBy(20_000)
  const reads = vi.spyOn(Item, 'find')
  await sweep(operator())
  await nothingIsOwed()
  expect(isStarted(invoice)).toBe(true)
  expect(
    reads.mock.calls.filter(
      ([filter]) => filter !== undefined && 'course.status' in filter && filter['course.status'] === null,
    ),
  ).toHaveLength(1)
})
