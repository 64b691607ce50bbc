import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message, type MessageDocument } from '../models/message.ts'
import { Task } from '../models/task.ts'
import { lookAgainAt } from '../operations/minimums/look-again.ts'
import { saveMinimums, saveOwnMinimums } from '../operations/minimums/save-minimums.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { mailbox } from '../testing/mailbox.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { document, remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
const mails = mailbox(inject('mailPage'))

beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('minimums'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  await saveMinimums('CORV', { minimums: [{ currency: 'EUR', reminder: 1_500, legal: 10_000 }] }, stage.operator)
  await stage.work()
})
afterAll(() => stage?.close())

const small = { amount: 320, open: 320 }
const messageOf = (debtor: string) => Message.findOne({ debtor }).sort({ createdAt: -1 }).lean<MessageDocument>()
const kept = (debtor: string) =>
  eventually(() => messageOf(debtor), { until: (message) => message?.reason === 'below-minimum' })
const sentTo = (address: string, count: number) =>
  eventually(() => mails.messages(address), { until: (sent) => sent.length === count })

it('3.20 are not reminded of, and the timeline says why; with another invoice they are', async () => {
  const scenario = await stage.publish(remindAndThank('small'))
  const { id: debtor, address } = await writeDebtor()
  const invoice = await writeInvoice(debtor, small)
  await stage.door.start({ item: invoice, scenario })
  await kept(debtor)
  const entry = await Event.findOne({ invoice, kind: 'message-short' }).lean()
  expect(entry?.values).toEqual({ overdue: 320, minimum: 1_500, currency: 'EUR', until: null })
  const other = await writeInvoice(debtor)
  await stage.door.start({ item: other, scenario })
  const [mail] = await sentTo(address, 1)
  expect(mail?.text).toMatch(/1\s003,20/)
  await eventually(async () => (await Item.findById(invoice).lean())?.course?.node === 'pause')
})

it('an invoice that an import brings lets the small one go at once, although its own first step is far away', async () => {
  const scenario = await stage.publish(remindAndThank('small-imported'))
  const { id: debtor, address } = await writeDebtor()
  await stage.door.start({ item: await writeInvoice(debtor, small), scenario })
  await kept(debtor)
  await lookAgainAt([await writeInvoice(debtor, { late: 1 })], stage.operator)
  await sentTo(address, 1)
})

it('the day is planned on which another invoice will be overdue', async () => {
  const scenario = await stage.publish(remindAndThank('small-planned'))
  const { id: debtor } = await writeDebtor()
  const later = await writeInvoice(debtor, { late: -10 })
  await stage.door.start({ item: await writeInvoice(debtor, small), scenario })
  const message = await kept(debtor)
  const dueDate = (await Item.findById(later).lean())!.dueDate
  expect(message!.plannedAt!.getTime()).toBeGreaterThan(Date.parse(dueDate) + 20 * 3_600_000)
  expect(message!.plannedAt!.getTime()).toBeLessThan(Date.parse(dueDate) + 48 * 3_600_000)
})

it('a message to be confirmed is taken back from the list when a part payment leaves too little', async () => {
  const scenario = await stage.publish(remindAndThank('small-rest', { confirmation: 'manual' }))
  const { id: debtor } = await writeDebtor()
  const invoice = await writeInvoice(debtor)
  await stage.door.start({ item: invoice, scenario })
  await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
  await recordPayment({ invoice, amount: 99_900, currency: 'EUR' }, stage.operator)
  await stage.door.recheck(debtor)
  await kept(debtor)
  await saveOwnMinimums(debtor, { minimums: [{ currency: 'EUR', reminder: 0, legal: 0 }] }, stage.operator)
  await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
})

it('a call waits likewise, and comes on the list with the invoice that makes it worth while', async () => {
  const ports = ['no-answer', 'promise', 'payment-sent', 'waiting-approval', 'invoice-not-received', 'wrong-contact']
  const to = Object.fromEntries([...ports, 'dispute'].map((port) => [port, 'end']))
  const call = { kind: 'call-task', settings: { script: 'reminder-call' }, to }
  const end = { kind: 'end', settings: { reason: 'exhausted' } }
  const scenario = await stage.publish(document('small-call', { call, end }))
  const { id: debtor } = await writeDebtor()
  const invoice = await writeInvoice(debtor, small)
  await stage.door.start({ item: invoice, scenario })
  await eventually(() => Event.findOne({ invoice, kind: 'task-short' }).lean())
  expect(await Task.countDocuments({ debtor, state: 'open' })).toBe(0)
  await stage.door.start({ item: await writeInvoice(debtor), scenario })
  const task = await eventually(() => Task.findOne({ debtor, kind: 'call', state: 'open' }).lean())
  expect(task?.requests).toHaveLength(2)
  expect((await Event.find({ invoice, kind: 'task-opened' }).lean()).length).toBe(1)
})
