import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { Debtor } from '../models/debtor.ts'
import { Entity } from '../models/entity.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message, type MessageDocument } from '../models/message.ts'
import { Task } from '../models/task.ts'
import { confirmMessages } from '../operations/decide-messages.ts'
import { openDispute, resolveDispute } from '../operations/disputes.ts'
import { holdInvoice } from '../operations/hold-invoice.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { unpark } from '../operations/unpark.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { mailbox } from '../testing/mailbox.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
let automatic: string
let manual: string
const mails = mailbox(inject('mailPage'))

beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('run'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  automatic = await stage.publish(remindAndThank('automatic'))
  manual = await stage.publish(remindAndThank('manual', { confirmation: 'manual' }))
  await stage.work()
})
afterAll(() => stage?.close())

const pay = (invoice: string, amount = 100_000) => recordPayment({ invoice, amount, currency: 'EUR' }, stage.operator)
const messagesOf = (debtor: string) => Message.find({ debtor }).lean<MessageDocument[]>()
const waitingMessage = (debtor: string) =>
  eventually(async () => (await messagesOf(debtor)).find(({ state }) => state === 'to-confirm'))
const kindsOf = async (invoice: string) => (await Event.find({ invoice }).lean()).map(({ kind }) => kind)
const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const settled = (invoice: string) => eventually(async () => (await courseOf(invoice))?.status === 'ended')

describe('an invoice that is overdue', () => {
  it('is reminded once, and thanked for once it is paid', async () => {
    const { id, address } = await writeDebtor()
    const invoice = await writeInvoice(id)
    await stage.door.start({ item: invoice, scenario: automatic })
    await eventually(() => mails.messages(address), { until: (seen) => seen.length === 1 })
    await eventually(async () => (await courseOf(invoice))?.node === 'pause')
    await pay(invoice)
    await settled(invoice)
    const subjects = (await mails.messages(address)).map(({ subject }) => subject)
    expect(subjects).toHaveLength(2)
    expect(subjects[0]).toMatch(/^Rappel/)
    expect(subjects[1]).toMatch(/^Merci/)
    expect((await courseOf(invoice))?.reminders).toBe(1)
    expect(await kindsOf(invoice)).toEqual(
      expect.arrayContaining(['file-started', 'message-sent', 'waiting', 'thanks-begun', 'file-closed']),
    )
  })

  it('starts its file only once, also when it is settled', async () => {
    const { id } = await writeDebtor()
    const invoice = await writeInvoice(id)
    const file = { item: invoice, scenario: manual }
    expect(await stage.door.start(file)).toBe('started')
    expect(await stage.door.start(file)).toBe('already')
    await waitingMessage(id)
    await pay(invoice)
    await settled(invoice)
    expect(await stage.door.start(file)).toBe('already')
  })

  it('speaks in one e-mail for the other invoices of its customer, which stand aside', async () => {
    const { id, address } = await writeDebtor()
    const invoices = [await writeInvoice(id, { late: 20 }), await writeInvoice(id, { late: 5 })]
    await Promise.all(invoices.map((item) => stage.door.start({ item, scenario: manual })))
    await eventually(async () => (await courseOf(invoices[1]!))?.carried)
    const waiting = await eventually(() => messagesOf(id), {
      until: (messages) => messages.some(({ state }) => state === 'to-confirm'),
    })
    const message = waiting.find(({ state }) => state === 'to-confirm')
    expect(message?.requests.map(({ invoice }) => invoice)).toEqual([invoices[0]])
    await confirmMessages([message!._id], stage.operator)
    await eventually(async () => (await courseOf(invoices[0]!))?.node === 'pause')
    const sent = await mails.messages(address)
    expect(sent).toHaveLength(1)
    expect(sent[0]!.text).toContain(invoices[0]!.split(':')[1])
    expect(sent[0]!.text).toContain(invoices[1]!.split(':')[1])
  })
})

describe('a message that waits for its confirmation', () => {
  it('is withdrawn when the invoice is paid meanwhile, and nothing leaves', async () => {
    const { id, address } = await writeDebtor()
    const invoice = await writeInvoice(id)
    await stage.door.start({ item: invoice, scenario: manual })
    const message = await waitingMessage(id)
    await pay(invoice)
    await eventually(async () => (await Message.findById(message!._id).lean())?.state === 'cancelled')
    await settled(invoice)
    const sent = await mails.messages(address)
    expect(sent.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Merci/)])
    expect((await Message.findById(message!._id).lean())?.reason).toBe('paid')
  })

  it('does not leave for a payment that came without telling anybody', async () => {
    const { id, address } = await writeDebtor()
    const invoice = await writeInvoice(id)
    await stage.door.start({ item: invoice, scenario: manual })
    const message = await waitingMessage(id)
    await Item.updateOne({ _id: invoice }, { $set: { open: 0 } })
    await confirmMessages([message!._id], stage.operator)
    await eventually(async () => (await Message.findById(message!._id).lean())?.state === 'cancelled')
    expect(await mails.messages(address)).toHaveLength(0)
  })

  it('is taken back by a dispute and proposed again once it is resolved', async () => {
    const { id, address } = await writeDebtor()
    const invoice = await writeInvoice(id)
    await stage.door.start({ item: invoice, scenario: manual })
    const message = await waitingMessage(id)
    await openDispute({ invoice, reason: 'price', comment: '' }, stage.operator)
    await eventually(async () => (await Message.findById(message!._id).lean())?.state === 'cancelled')
    await confirmMessages([message!._id], stage.operator)
    expect(await mails.messages(address)).toHaveLength(0)
    await resolveDispute(invoice, { comment: '' }, stage.operator)
    const again = await waitingMessage(id)
    await confirmMessages([again!._id], stage.operator)
    await eventually(() => mails.messages(address), { until: (seen) => seen.length === 1 })
    expect(await kindsOf(invoice)).toContain('message-held')
  })

  it('waits for an address that is missing, with a task for a person, and leaves once it is known', async () => {
    const { id } = await writeDebtor({ contacts: [] })
    const invoice = await writeInvoice(id)
    await stage.door.start({ item: invoice, scenario: automatic })
    const task = await eventually(() => Task.findOne({ debtor: id, kind: 'missing-contact' }).lean())
    expect(task?.outcomes.map(({ port }) => port)).toEqual(['retry', 'cancel'])
    const email = `found-${process.pid}@talbot.example`
    await Debtor.updateOne({ _id: id }, { $set: { contacts: [{ role: 'accounts-payable', name: 'H. B.', email }] } })
    await stage.door.decide(id, { message: task!.message!, decision: 'confirm', by: 'Claire Vasseur' })
    await eventually(() => mails.messages(email), { until: (seen) => seen.length === 1 })
  })
})

describe('signals', () => {
  it('that come twice change nothing', async () => {
    const { id, address } = await writeDebtor()
    const invoice = await writeInvoice(id)
    await stage.door.start({ item: invoice, scenario: manual })
    const message = (await waitingMessage(id))!
    const decision = { message: message._id, decision: 'confirm', by: 'Claire Vasseur' } as const
    await Promise.all([1, 2, 3].map(() => stage.door.decide(id, decision)))
    await Promise.all([1, 2, 3].map(() => stage.door.request(id, message.requests[0])))
    await eventually(async () => (await courseOf(invoice))?.node === 'pause')
    const paid = { event: 'payment:twice', happening: { type: 'PAID' } } as const
    await Item.updateOne({ _id: invoice }, { $set: { open: 0, paidDate: '2026-01-05' } })
    await Promise.all([1, 2, 3].map(() => stage.door.happen(invoice, paid)))
    await settled(invoice)
    const subjects = (await mails.messages(address)).map(({ subject }) => subject.replace(/\W.*/, ''))
    expect(subjects).toEqual(['Rappel', 'Merci'])
  })

  it('to a file that does not exist are told to be in vain', async () => {
    const signal = { event: 'payment:none', happening: { type: 'PAID' } } as const
    expect(await stage.door.happen('CORV:NONE:2026', signal)).toBe('absent')
  })
})

describe('a step that fails for good', () => {
  /** A letter must name the company's SIREN: without it nothing can be written. */
  const nameSiren = (siren: string) => Entity.updateOne({ _id: 'CORV' }, { $set: { siren } })
  afterEach(async () => {
    await nameSiren('523417806')
  })

  const parkedFile = async () => {
    const { id, address } = await writeDebtor()
    const invoice = await writeInvoice(id)
    await nameSiren('')
    await stage.door.start({ item: invoice, scenario: automatic })
    const parked = await eventually(async () => (await courseOf(invoice))?.parked)
    await nameSiren('523417806')
    return { invoice, address, parked }
  }

  it('parks the file with its reason, and a person has it retried', async () => {
    const { invoice, address, parked } = await parkedFile()
    expect(parked.reason).toContain('sender.siren')
    await unpark(invoice, { action: 'retry' }, stage.operator)
    await eventually(() => mails.messages(address), { until: (seen) => seen.length === 1 })
    await eventually(async () => (await courseOf(invoice))?.node === 'pause')
  })

  it('parks the file, and a person has the step passed over', async () => {
    const { invoice, address } = await parkedFile()
    await unpark(invoice, { action: 'skip' }, stage.operator)
    await eventually(async () => (await courseOf(invoice))?.node === 'pause')
    expect(await mails.messages(address)).toHaveLength(0)
    expect(await kindsOf(invoice)).toContain('step-skipped')
  })
})

describe('a pause', () => {
  it('keeps the reminder back, and ends without one too many', async () => {
    const { id, address } = await writeDebtor()
    const invoice = await writeInvoice(id)
    await holdInvoice(invoice, { held: true }, stage.operator)
    await stage.door.start({ item: invoice, scenario: automatic })
    await eventually(async () => (await courseOf(invoice))?.node === 'remind')
    expect(await mails.messages(address)).toHaveLength(0)
    await holdInvoice(invoice, { held: false }, stage.operator)
    await eventually(() => mails.messages(address), { until: (seen) => seen.length === 1 })
  })
})
