import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCompany, writeInvoice, writeMessage } from '../api/testing/ledger.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { Debtor } from '../models/debtor.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Restraint } from '../models/restraint.ts'
import { sweep } from './sweeper.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'restraints' })
  await writeCompany()
  const contact = { role: 'accounts-payable', name: 'Hélène Brossard', email: 'h.brossard@eloise.example' }
  await Debtor.updateOne({ _id: 'FR:C1' }, { $set: { contacts: [contact] } })
})
afterAll(() => api.stop())

const happened = (item: string) =>
  api.signals.flatMap((signal) => (signal.to === 'happen' && signal.item === item ? [signal.happening.type] : []))
const laterBy = (days: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + days * 86_400_000)
}
const runSweep = () => sweep({ ports: api.ports, author: 'relance' })
const restrain = (body: Record<string, unknown>) => api.send('POST', '/restraints', body)
const lift = (id: string) => api.send('POST', `/restraints/${encodeURIComponent(id)}/lift`, {})
const inForce = async (query = '') =>
  (await api.send('GET', `/restraints${query}`)).body.items.map(({ id }: { id: string }) => id)
const waitingFile = (changes: Record<string, unknown> = {}) => {
  const course = { scenario: 's', version: 1, hash: 'h', status: 'running', node: 'remind', visit: 2, held: true }
  return writeInvoice({ course, ...changes })
}

test('stops everything with one button, tells everybody why, and releases only the files that waited', async () => {
  const [waiting, asleep] = [await waitingFile(), await writeInvoice()]
  const { status, body } = await restrain({ kind: 'hold', scope: 'everything', reason: 'Erreur de tarif' })
  expect([status, body.id, body.reason, body.by]).toEqual([
    200,
    'hold:everything',
    'Erreur de tarif',
    expect.any(String),
  ])
  expect(await inForce(`?invoice=${encodeURIComponent(asleep)}`)).toEqual(['hold:everything'])
  const message = await writeMessage(asleep)
  const confirmed = await api.send('POST', '/messages/confirm', { ids: [message] })
  expect(confirmed.body.refused).toEqual([{ id: message, reason: 'sending-held' }])
  expect((await Message.findById(message).lean())?.decision).toBeNull()
  expect(happened(waiting)).toEqual([])
  await lift('hold:everything')
  expect([happened(waiting), happened(asleep)]).toEqual([['RELEASED'], []])
  expect(await inForce()).toEqual([])
  expect((await lift('hold:everything')).body.code).toBe('restraint-ended')
  const log = await Event.find({ kind: { $in: ['hold-set', 'hold-lifted'] } }).lean()
  expect(log.map(({ kind }) => kind).sort()).toEqual(['hold-lifted', 'hold-set'])
})

test('a hold that is lifted while the engine is away is told once it is back', async () => {
  const waiting = await waitingFile()
  await restrain({ kind: 'hold', scope: 'segment', target: 'pme' })
  api.outage.on = true
  await lift('hold:segment:pme')
  api.outage.on = false
  laterBy(0.01)
  await runSweep()
  expect(happened(waiting)).toContain('RELEASED')
})

test('a hold that had its end is forgotten, and may begin again', async () => {
  const hold = { kind: 'hold', scope: 'debtor', target: 'FR:C1', reason: 'Appel en cours' }
  await restrain(hold)
  await lift('hold:debtor:FR:C1')
  await runSweep()
  expect(await Restraint.countDocuments({ _id: 'hold:debtor:FR:C1' })).toBe(0)
  await restrain(hold)
  expect(await inForce('?debtor=FR%3AC1')).toEqual(['hold:debtor:FR:C1'])
  await lift('hold:debtor:FR:C1')
})

test('a pause with an end date holds through its last day, then ends by itself', async () => {
  const invoice = await writeInvoice({ debtor: 'FR:C2' })
  const until = new Date(api.clock.now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
  await api.send('POST', `/invoices/${encodeURIComponent(invoice)}/hold`, { held: true, reason: 'Congés', until })
  expect((await api.send('GET', `/restraints?invoice=${encodeURIComponent(invoice)}`)).body.items).toMatchObject([
    { scope: 'invoice', reason: 'Congés', until },
  ])
  laterBy(2)
  await runSweep()
  expect((await Item.findById(invoice).lean())?.held).toBe(true)
  laterBy(1)
  await runSweep()
  expect((await Item.findById(invoice).lean())?.held).toBe(false)
  // An entry is told again until the file acknowledges it; nobody does here.
  expect([...new Set(happened(invoice))]).toEqual(['HELD', 'RELEASED'])
})

test('a person who wants no more letters is known by address, and the id does not tell it', async () => {
  const body = {
    kind: 'exclusion',
    scope: 'contact',
    target: 'FR:C1',
    role: 'accounts-payable',
    reason: 'À sa demande',
  }
  const { body: restraint } = await restrain(body)
  expect(restraint.label).toBe('Hélène Brossard')
  expect(restraint.id).not.toContain('brossard')
  expect((await api.send('GET', '/debtors/FR%3AC1')).body.contacts).toMatchObject([{ exclusion: restraint.id }])
  expect((await restrain({ ...body, role: 'buyer' })).body.code).toBe('not-found')
  await lift(restraint.id)
  expect((await api.send('GET', '/debtors/FR%3AC1')).body.contacts).toMatchObject([{ exclusion: null }])
})

test('what makes no sense is refused with its cure', async () => {
  expect((await restrain({ kind: 'exclusion', scope: 'everything' })).body.code).toBe('restraint-scope')
  expect((await restrain({ kind: 'hold', scope: 'segment', target: 'géants' })).body.code).toBe('not-found')
  expect((await restrain({ kind: 'hold', scope: 'debtor', target: 'FR:C1', until: '2020-01-01' })).body.code).toBe(
    'end-in-the-past',
  )
  expect((await restrain({ kind: 'hold', scope: 'planet' })).status).toBe(400)
})
