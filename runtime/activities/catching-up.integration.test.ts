import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Task, type TaskDocument } from '../models/task.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { mailbox } from '../testing/mailbox.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { document } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
const mails = mailbox(inject('mailPage'))

beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('catching-up'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  await stage.work()
})
afterAll(() => stage?.close())

const end = { kind: 'end', settings: { reason: 'exhausted' } }

it('does not announce a due date that is past: the step is cancelled and the file goes on', async () => {
  const scenario = await stage.publish(
    document('announce', {
      announce: {
        kind: 'send-email',
        settings: { template: 'pre-due-courteous', level: 0, confirmation: 'automatic' },
        to: { sent: 'end', cancelled: 'end' },
      },
      end,
    }),
  )
  const { id, address } = await writeDebtor()
  const invoice = await writeInvoice(id, { late: 4 })
  await stage.door.start({ item: invoice, scenario })
  await eventually(async () => (await Item.findById(invoice).lean())?.course?.status === 'ended')
  expect(await mails.messages(address)).toHaveLength(0)
  const cancelled = await Event.findOne({ invoice, kind: 'message-cancelled' }).lean()
  expect(cancelled?.values).toMatchObject({ reason: 'nothing-to-say' })
})

it('has a customer called once, however many invoices ask for a call at the same moment', async () => {
  const ports = [
    'promise',
    'payment-sent',
    'no-answer',
    'dispute',
    'invoice-not-received',
    'wrong-contact',
    'waiting-approval',
  ]
  const call = { kind: 'call-task', settings: {}, to: Object.fromEntries(ports.map((port) => [port, 'end'])) }
  const scenario = await stage.publish(document('call', { call, end }))
  const accounts = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const { id } = await writeDebtor()
      return { id, invoices: await Promise.all([1, 2, 3].map(() => writeInvoice(id))) }
    }),
  )
  await Promise.all(accounts.flatMap(({ invoices }) => invoices.map((item) => stage.door.start({ item, scenario }))))
  for (const { id, invoices } of accounts) {
    const isCalledFor = async (item: string) =>
      Boolean(await Task.exists({ debtor: id, 'requests.invoice': item })) ||
      Boolean((await Item.findById(item).lean())?.course?.carried)
    await eventually(async () => (await Promise.all(invoices.map(isCalledFor))).every(Boolean))
    const tasks = await Task.find({ debtor: id }).lean<TaskDocument[]>()
    expect(tasks).toHaveLength(1)
  }
})
