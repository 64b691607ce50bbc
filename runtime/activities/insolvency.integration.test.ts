import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Task, type TaskDocument } from '../models/task.ts'
import { answerTask } from '../operations/answer-task.ts'
import { readClaim } from '../operations/claim.ts'
import { saveInsolvency } from '../operations/insolvency/save-insolvency.ts'
import { liftRestraint } from '../operations/restrain.ts'
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
    databaseUri: databaseUri('insolvency'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  await stage.work()
})
afterAll(() => stage?.close())

const today = () => new Date().toISOString().slice(0, 10)
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const judge = (debtor: string, judgedOn: string) =>
  saveInsolvency(
    debtor,
    { insolvency: { proceedings: 'receivership', judgedOn, publishedOn: null, declareBy: null } },
    stage.operator,
  )
const withdraw = (debtor: string) => saveInsolvency(debtor, { insolvency: null }, stage.operator)
const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const kindsOf = async (invoice: string) => (await Event.find({ invoice }).lean()).map(({ kind }) => kind)
const declarationOf = (debtor: string) => Task.findOne({ debtor, kind: 'declare-claim' }).lean<TaskDocument>()

it('a judgment stops every file of before it, takes the prepared message back, and asks for the declaration', async () => {
  const scenario = await stage.publish(remindAndThank('judged', { confirmation: 'manual' }))
  const { id: debtor, address } = await writeDebtor()
  const invoice = await writeInvoice(debtor)
  await stage.door.start({ item: invoice, scenario })
  await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
  const { insolvency } = await judge(debtor, today())
  await eventually(async () => (await courseOf(invoice))?.held)
  await eventually(async () => (await Message.findOne({ debtor }).lean())?.state === 'cancelled')
  expect(await kindsOf(invoice)).toEqual(expect.arrayContaining(['insolvency-begun', 'message-held']))
  const task = await declarationOf(debtor)
  expect(task).toMatchObject({ state: 'open', requests: [{ invoice }] })
  expect(task?.dueAt.toISOString().slice(0, 10)).toBe(insolvency?.declareBy)
  expect(await mails.messages(address)).toHaveLength(0)
})

it('what is invoiced after the judgment is reminded of alone, without a word of what came before', async () => {
  const scenario = await stage.publish(remindAndThank('after-judgment'))
  const { id: debtor, address } = await writeDebtor()
  await judge(debtor, daysAgo(50))
  const prior = await writeInvoice(debtor, { issueDate: daysAgo(60), open: 700_000, amount: 700_000 })
  const later = await writeInvoice(debtor, { issueDate: daysAgo(40) })
  for (const item of [prior, later]) await stage.door.start({ item, scenario })
  await eventually(async () => (await courseOf(later))?.node === 'pause')
  const [mail] = await eventually(() => mails.messages(address), { until: (sent) => sent.length === 1 })
  expect(mail?.text).not.toContain(prior.split(':')[1])
  expect((await courseOf(prior))?.held).toBe(true)
  expect((await Event.findOne({ invoice: prior, kind: 'file-held' }).lean())?.values.reason).toBe('held-insolvency')
})

it('a call that was planned is taken off the list, and comes back when the proceedings are withdrawn', async () => {
  const ports = ['no-answer', 'promise', 'payment-sent', 'waiting-approval', 'invoice-not-received', 'wrong-contact']
  const to = Object.fromEntries([...ports, 'dispute'].map((port) => [port, 'end']))
  const call = { kind: 'call-task', settings: { script: 'reminder-call' }, to }
  const end = { kind: 'end', settings: { reason: 'exhausted' } }
  const scenario = await stage.publish(document('judged-call', { call, end }, { policy: { catchUp: 'spread' } }))
  const { id: debtor } = await writeDebtor()
  const invoice = await writeInvoice(debtor)
  await stage.door.start({ item: invoice, scenario })
  const callOf = () => Task.findOne({ debtor, kind: 'call', state: 'open' }).lean()
  await eventually(callOf)
  await judge(debtor, today())
  await eventually(async () => (await callOf()) === null)
  await expect(liftRestraint(`hold:insolvency:${debtor}`, stage.operator)).rejects.toThrow('restraint-implied')
  await withdraw(debtor)
  await eventually(callOf)
  expect((await declarationOf(debtor))?.state).toBe('cancelled')
  expect((await courseOf(invoice))?.held).toBe(false)
})

it('a claim that was declared interrupts the limitation of its invoices', async () => {
  const { id: debtor } = await writeDebtor()
  const invoice = await writeInvoice(debtor)
  await judge(debtor, today())
  const task = (await declarationOf(debtor))!
  await answerTask(task._id, { outcome: 'declared', comment: 'Me Lefort' }, stage.operator)
  expect((await readClaim(invoice, stage.operator)).limitation).toMatchObject({
    cause: 'claim-declared',
    lastDay: null,
  })
  expect(await kindsOf(invoice)).toContain('claim-declared')
})

it('a date of judgment that is mended lets go what it no longer bears on, and moves the deadline', async () => {
  const scenario = await stage.publish(remindAndThank('mended-judgment'))
  const { id: debtor, address } = await writeDebtor()
  const invoice = await writeInvoice(debtor, { issueDate: daysAgo(40) })
  await judge(debtor, today())
  await stage.door.start({ item: invoice, scenario })
  await eventually(async () => (await courseOf(invoice))?.held)
  await judge(debtor, daysAgo(50))
  await eventually(() => mails.messages(address), { until: (sent) => sent.length === 1 })
})
