import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCall, writeCompany, writeInvoice, writeMessage } from '../api/testing/ledger.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Payment } from '../models/payment.ts'
import { Task } from '../models/task.ts'
import { holdInvoice } from './hold-invoice.ts'
import { sweep } from './sweeper.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'work' })
  await writeCompany()
})
afterAll(() => api.stop())

/** What a file was told; a signal that comes twice is recognised by its event, as the file does. */
const happened = (item: string) => {
  const told = api.signals.flatMap((signal) => (signal.to === 'happen' && signal.item === item ? [signal] : []))
  const isFirst = ({ event }: { event: string }, index: number) =>
    told.findIndex((one) => one.event === event) === index
  return told.filter(isFirst).map(({ happening }) => happening.type)
}
const answers = (item: string) =>
  api.signals.flatMap((signal) => (signal.to === 'answer' && signal.item === item ? [signal.outcome] : []))
const path = (invoice: string, rest = '') => `/invoices/${encodeURIComponent(invoice)}${rest}`
const laterBy = (ms: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + ms)
}
const runSweep = () => sweep({ ports: api.ports, author: 'relance' })

test('a dispute holds the reminders until it is resolved', async () => {
  const invoice = await writeInvoice()
  const dispute = { invoice, reason: 'price', comment: 'Remise oubliée' }
  const { status, body } = await api.send('POST', '/disputes', dispute)
  expect([status, body.invoice.state, body.invoice.dispute.reason]).toEqual([200, 'disputed', 'price'])
  expect((await api.send('POST', '/disputes', dispute)).body.code).toBe('already-disputed')
  const resolved = await api.send('POST', path(invoice, '/resolve-dispute'), { comment: 'Avoir émis' })
  expect([resolved.body.state, resolved.body.dispute]).toEqual(['overdue', null])
  expect((await api.send('POST', path(invoice, '/resolve-dispute'), {})).body.code).toBe('no-dispute')
  expect(happened(invoice)).toEqual(['DISPUTED', 'DISPUTE_RESOLVED'])
})

test('a dispute that is told late, after its resolution, does not hold the reminders for ever', async () => {
  const invoice = await writeInvoice()
  api.outage.on = true
  await api.send('POST', '/disputes', { invoice, reason: 'price' })
  api.outage.on = false
  await api.send('POST', path(invoice, '/resolve-dispute'), {})
  laterBy(60_000)
  await runSweep()
  expect(happened(invoice).at(-1)).toBe('DISPUTE_RESOLVED')
})

test('a pause and its end that overtake each other leave the file as the ledger has it', async () => {
  const invoice = await writeInvoice()
  const { happen } = api.ports.files
  const slow: typeof happen = async (item, signal) => {
    if (signal.happening.type === 'HELD') await api.send('POST', path(invoice, '/hold'), { held: false })
    return happen(item, signal)
  }
  const ports = { ...api.ports, files: { ...api.ports.files, happen: slow } }
  await holdInvoice(invoice, { held: true }, { ports, author: 'Claire Vasseur' })
  expect(happened(invoice)).toEqual(['RELEASED', 'HELD', 'RELEASED'])
})

test('a payment that cannot be posted keeps nobody else from hearing of theirs', async () => {
  const invoice = await writeInvoice()
  const lost = { entity: 'FR', debtor: 'FR:C1', invoice: 'FR:gone:2026', amount: 1, currency: 'EUR', source: 'manual' }
  await Payment.create({ ...lost, _id: 'manual:lost', date: '2026-03-16', recordedAt: new Date(0), posted: false })
  api.outage.on = true
  await api.send('POST', '/payments', { invoice, amount: 100_000 })
  api.outage.on = false
  laterBy(60_000)
  await runSweep()
  await Payment.deleteOne({ _id: 'manual:lost' })
  expect(happened(invoice)).toEqual(['PAID'])
})

test('of ten people who open a dispute at once, one does', async () => {
  const invoice = await writeInvoice()
  const open = () => api.send('POST', '/disputes', { invoice, reason: 'quality' })
  const all = await Promise.all(Array.from({ length: 10 }, open))
  expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
  expect(happened(invoice)).toEqual(['DISPUTED'])
})

test('a promise holds the reminders through its day, then counts as broken', async () => {
  const invoice = await writeInvoice()
  const { body } = await api.send('POST', '/promises', { invoice, date: '2026-03-17' })
  expect([body.invoice.state, body.invoice.promise]).toMatchObject([
    'promised',
    { date: '2026-03-17', amount: 100_000 },
  ])
  api.clock.now = new Date('2026-03-17T22:30:00Z')
  await runSweep()
  expect(happened(invoice), '23:30 in Paris, the day is not over').toEqual(['PROMISED'])
  api.clock.now = new Date('2026-03-17T23:30:00Z')
  await runSweep()
  await runSweep()
  expect(happened(invoice)).toEqual(['PROMISED', 'PROMISE_ENDED'])
  const item = await Item.findById(invoice).lean()
  expect([item?.brokenPromises, item?.promise, item?.standing]).toEqual([1, null, 'free'])
})

test('a promise kept by payments made since is not broken', async () => {
  const invoice = await writeInvoice()
  await api.send('POST', '/promises', { invoice, date: '2026-03-19', amount: 40_000 })
  await api.send('POST', '/payments', { invoice, amount: 40_000, date: '2026-03-18' })
  laterBy(3 * 86_400_000)
  await runSweep()
  expect((await Item.findById(invoice).lean())?.brokenPromises).toBe(0)
  expect(await Event.countDocuments({ invoice, kind: 'promise-kept' })).toBe(1)
  expect(happened(invoice)).toEqual(['PROMISED', 'PROMISE_ENDED'])
})

test.each([
  ['yesterday', '2026-03-01', 422, 'promise-in-the-past'],
  ['in ten years', '2036-03-20', 422, 'promise-too-far'],
  ['never', '2026-02-31', 400, 'invalid'],
])('a promise for %s is refused', async (_when, date, status, code) => {
  const invoice = await writeInvoice()
  const answer = await api.send('POST', '/promises', { invoice, date })
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect((await Item.findById(invoice).lean())?.promise).toBeNull()
})

test('the strongest hold is shown, and each ends by itself', async () => {
  const invoice = await writeInvoice()
  await api.send('POST', '/promises', { invoice, date: '2026-04-01' })
  await api.send('POST', '/disputes', { invoice, reason: 'delivery' })
  const held = await api.send('POST', path(invoice, '/hold'), { held: true })
  await api.send('POST', path(invoice, '/hold'), { held: true })
  expect([held.body.state, held.body.held]).toEqual(['held', true])
  expect((await api.send('POST', path(invoice, '/hold'), { held: false })).body.state).toBe('disputed')
  expect((await api.send('POST', path(invoice, '/resolve-dispute'), {})).body.state).toBe('promised')
  expect(happened(invoice)).toEqual(['PROMISED', 'DISPUTED', 'HELD', 'RELEASED', 'DISPUTE_RESOLVED'])
})

test('holds that come and go at the same moment leave a standing that agrees with the facts', async () => {
  const invoice = await writeInvoice()
  await api.send('POST', '/disputes', { invoice, reason: 'other' })
  await Promise.all([
    api.send('POST', path(invoice, '/hold'), { held: true }),
    api.send('POST', path(invoice, '/resolve-dispute'), {}),
    api.send('POST', '/promises', { invoice, date: '2026-04-01' }),
    api.send('POST', path(invoice, '/hold'), { held: false }),
  ])
  const item = (await Item.findById(invoice).lean())!
  expect(item.standing).toBe(item.held ? 'held' : item.dispute ? 'disputed' : 'promised')
  expect(item.outbox).toEqual([])
})

test('a promise heard in a call is recorded on every invoice that it covers, before their files go on', async () => {
  const debtor = 'FR:C31'
  const invoices = [await writeInvoice({ debtor }), await writeInvoice({ debtor, dueDate: '2026-02-01' })]
  const besides = await writeInvoice({ debtor, dueDate: '2026-03-10' })
  const call = await writeCall(invoices, { debtor })
  const { status, body } = await api.send('POST', `/tasks/${call}/outcome`, {
    outcome: 'promise',
    comment: 'Madame Roux, virement vendredi',
    promise: { date: '2026-03-27', amount: 250_000 },
  })
  expect([status, body.state, body.outcome.port]).toEqual([200, 'done', 'promise'])
  const items = await Item.find({ debtor }).sort({ dueDate: 1 }).lean()
  expect(
    items.map(({ promise }) => promise.amount),
    'the oldest first',
  ).toEqual([100_000, 100_000, 50_000])
  expect([answers(besides), happened(besides)]).toEqual([[], ['PROMISED']])
  for (const invoice of invoices) {
    expect(answers(invoice)).toEqual(['promise'])
    expect(happened(invoice)).toEqual(['PROMISED'])
    expect(await Event.countDocuments({ invoice, kind: 'task-answered', task: call })).toBe(1)
  }
  expect((await api.send('POST', `/tasks/${call}/outcome`, { outcome: 'no-answer' })).body.code).toBe('task-closed')
})

test('a call shows what was disputed since it was asked for, and claims the rest alone', async () => {
  const debtor = 'FR:C32'
  const [disputed, due] = [await writeInvoice({ debtor }), await writeInvoice({ debtor })]
  const call = await writeCall([disputed, due], { debtor })
  await api.send('POST', '/disputes', { invoice: disputed, reason: 'price' })
  const { body } = await api.send('GET', `/tasks/${call}`)
  const states = body.invoices.map(({ id, state }: { id: string; state: string }) => [id, state])
  expect(states).toEqual([
    [disputed, 'disputed'],
    [due, 'overdue'],
  ])
  expect(Object.values(body.overdue)).toEqual([body.invoices[1].open])
})

test('a dispute heard in a call is opened; without a reason, or with an unknown answer, nothing happens', async () => {
  const invoice = await writeInvoice()
  const call = await writeCall([invoice])
  const answer = (body: object) => api.send('POST', `/tasks/${call}/outcome`, body)
  expect((await answer({ outcome: 'dispute' })).body.code).toBe('dispute-missing')
  expect((await answer({ outcome: 'promise' })).body.code).toBe('promise-missing')
  expect((await answer({ outcome: 'promise', promise: { date: '2020-01-01' } })).body.code).toBe('promise-in-the-past')
  expect((await answer({ outcome: 'shouted' })).body.code).toBe('unknown-outcome')
  expect((await Task.findById(call).lean())?.state).toBe('open')
  await answer({ outcome: 'dispute', dispute: { reason: 'missing-order' } })
  expect((await api.get(path(invoice))).body.state).toBe('disputed')
  expect(answers(invoice)).toEqual(['dispute'])
})

test('an answer given while the engine is down reaches every file once it is back', async () => {
  const invoice = await writeInvoice()
  const call = await writeCall([invoice])
  api.outage.on = true
  const given = await api.send('POST', `/tasks/${call}/outcome`, { outcome: 'no-answer' })
  expect([given.status, answers(invoice)]).toEqual([200, []])
  api.outage.on = false
  laterBy(60_000)
  await runSweep()
  await runSweep()
  expect(answers(invoice)).toEqual(['no-answer'])
})

test('messages are confirmed one by one or together; each is decided once', async () => {
  const invoice = await writeInvoice()
  const ids = [await writeMessage(invoice), await writeMessage(invoice), await writeMessage(invoice, { state: 'sent' })]
  const both = await Promise.all([
    api.send('POST', '/messages/confirm', { ids }),
    api.send('POST', '/messages/confirm', { ids }),
  ])
  expect(both.reduce((sum, { body }) => sum + body.confirmed, 0)).toBe(2)
  const decided = api.signals.flatMap((signal) => (signal.to === 'decide' ? [signal] : []))
  expect(decided.map(({ message, decision }) => [message, decision]).sort()).toEqual(
    ids
      .slice(0, 2)
      .map((id) => [id, 'confirm'])
      .sort(),
  )
  expect((await api.send('POST', `/messages/${ids[2]}/cancel`, {})).body.code).toBe('not-waiting')
  const third = await writeMessage(invoice)
  await api.send('POST', `/messages/${third}/cancel`, { reason: 'Client appelé' })
  expect(api.signals.at(-1)).toMatchObject({
    to: 'decide',
    message: third,
    decision: 'cancel',
    reason: 'Client appelé',
  })
  expect((await api.send('POST', `/messages/none/cancel`, {})).status).toBe(404)
})

test('a confirmation given while the engine is down is told once it is back', async () => {
  const id = await writeMessage(await writeInvoice())
  api.outage.on = true
  expect((await api.send('POST', '/messages/confirm', { ids: [id] })).body).toEqual({ confirmed: 1, refused: [] })
  api.outage.on = false
  laterBy(60_000)
  await runSweep()
  expect(api.signals.at(-1)).toMatchObject({
    to: 'decide',
    message: id,
    decision: 'confirm',
    by: 'Direction financière',
  })
  expect((await Message.findById(id).lean())?.decisionTold).toBe(true)
})

test('a parked file is retried or passed over; one that runs is left alone', async () => {
  const course = {
    scenario: 'pme',
    version: 1,
    hash: 'h',
    status: 'parked',
    parked: { node: 'mail', visit: 4, reason: 'SMTP 550' },
  }
  const invoice = await writeInvoice({ course })
  expect((await api.get(path(invoice))).body.state).toBe('parked')
  const { status } = await api.send('POST', path(invoice, '/unpark'), { action: 'skip' })
  expect(status).toBe(200)
  expect(api.signals.at(-1)).toMatchObject({ to: 'happen', happening: { type: 'SKIP', node: 'mail', visit: 4 } })
  const running = await writeInvoice()
  expect((await api.send('POST', path(running, '/unpark'), { action: 'retry' })).body.code).toBe('not-parked')
})

test('the call list and the messages are found by customer and by state', async () => {
  const tasks = (await api.get('/tasks?search=eloise&limit=3')).body
  expect(tasks.items.every(({ state }: { state: string }) => state === 'open')).toBe(true)
  expect((await api.get('/tasks?state=done')).body.total).toBeGreaterThan(2)
  const sent = (await api.get('/messages?state=sent')).body
  expect([sent.total, sent.items[0].html]).toEqual([1, undefined])
  expect((await api.get(`/messages/${sent.items[0].id}`)).body.html).toBe('<p>Bonjour</p>')
  expect((await api.get('/messages?search=garage')).body.total).toBe(0)
})
