import { afterEach, describe, expect, inject, it } from 'vitest'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message, type MessageDocument } from '../models/message.ts'
import { openDispute, resolveDispute } from '../operations/disputes.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { sweep } from '../operations/sweeper.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { document } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage

/** Reminded five and twenty days after the due date, each confirmed by a person; the second time by a call where it is said so. */
function twoReminders({ confirmation = 'manual', reanchor = 'contextual', calls = false } = {}) {
  const wait = (days: number, next: string) => ({ kind: 'wait', settings: { days, from: 'dueDate' }, to: { next } })
  const mail = (template: string, level: number, next: string) => ({
    kind: 'send-email',
    settings: { template, level, confirmation },
    to: { sent: next, cancelled: next },
  })
  const call = {
    kind: 'call-task',
    settings: { script: 'reminder-call' },
    to: Object.fromEntries(callOutcomes.map((outcome) => [outcome, 'hundred'])),
  }
  return document(
    `carrying-${confirmation}-${reanchor}${calls ? '-calls' : ''}`,
    {
      five: wait(5, 'first'),
      first: mail('reminder-courteous', 1, 'twenty'),
      twenty: wait(20, 'second'),
      second: calls ? call : mail('second-reminder-courteous', 2, 'hundred'),
      hundred: wait(100, 'last'),
      last: mail('last-notice', 4, 'end'),
      end: { kind: 'end', settings: { reason: 'exhausted' } },
    },
    { policy: { reanchor } },
  )
}

const callOutcomes = [
  'no-answer',
  'promise',
  'payment-sent',
  'waiting-approval',
  'invoice-not-received',
  'wrong-contact',
  'dispute',
]

async function set(choice: Parameters<typeof twoReminders>[0] = {}) {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('carrying'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  const { id: debtor } = await writeDebtor()
  const scenario = await stage.publish(twoReminders(choice))
  await stage.work()
  /** Begins the files one after the other, each once the one before has come to a rest. */
  const begin = async (...invoices: Parameters<typeof writeInvoice>[1][]) => {
    const ids: string[] = []
    for (const changes of invoices) {
      const item = await writeInvoice(debtor, changes)
      await stage.door.start({ item, scenario })
      await eventually(async () => (await isAside(item)) || (await isAsked(item)))
      ids.push(item)
    }
    return ids
  }
  return { debtor, begin }
}
afterEach(() => stage?.close())

const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const isAside = async (invoice: string) => Boolean((await courseOf(invoice))?.carried)
const messagesOf = (invoice: string) =>
  Message.find({ 'requests.invoice': invoice, state: { $nin: ['cancelled'] } }).lean<MessageDocument[]>()
const isAsked = async (invoice: string) =>
  (await messagesOf(invoice)).length > 0 || (await courseOf(invoice))?.status === 'waiting-person'
const told = async (invoice: string, kind: string) => Event.findOne({ invoice, kind }).lean()
const numberOf = async (invoice: string) => (await Item.findById(invoice).lean())!.number
const pay = async (invoice: string, amount: number) =>
  recordPayment({ invoice, amount, currency: (await Item.findById(invoice).lean())!.currency }, stage.operator)

const templateFor = async (invoice: string) => (await eventually(async () => (await messagesOf(invoice))[0]))?.template

describe('of the overdue invoices of one customer', () => {
  it('the oldest asks for the one message, and the others say on their timeline whom they wait for', async () => {
    const { begin, debtor } = await set({ confirmation: 'automatic' })
    const [younger, oldest, third] = await begin({ late: 12 }, { late: 18 }, { late: 8 })
    await eventually(async () => (await isAside(younger!)) && (await isAside(third!)))
    await eventually(async () => (await messagesOf(oldest!))[0]?.state === 'sent')
    expect(await Message.countDocuments({ debtor, state: 'sent' })).toBe(1)
    expect((await told(third!, 'step-carried'))?.values.carrier).toBe(await numberOf(oldest!))
    expect(await isAside(oldest!)).toBe(false)
  })

  it('an older one that begins later takes the account from a message that waits for a word', async () => {
    const { begin } = await set({ calls: true })
    const [younger, oldest] = await begin({ late: 12 }, { late: 30 })
    await eventually(() => isAside(younger!))
    expect(await messagesOf(younger!)).toEqual([])
    expect((await courseOf(oldest!))?.status).toBe('waiting-person')
  })

  it('those of one due date are carried by the largest, and each currency by its own', async () => {
    const { begin } = await set()
    const [large, small, dollars] = await begin(
      { late: 12, amount: 300_000, open: 300_000 },
      { late: 12 },
      { late: 9, currency: 'USD' },
    )
    expect(await isAside(small!)).toBe(true)
    expect([await isAside(large!), await isAside(dollars!)]).toEqual([false, false])
    expect((await messagesOf(dollars!))[0]?.currency).toBe('USD')
  })

  it('a part payment of the oldest moves nothing', async () => {
    const { begin } = await set()
    const [oldest, younger] = await begin({ late: 18 }, { late: 12 })
    await pay(oldest!, 40_000)
    await sweep(stage.operator)
    expect(await isAside(younger!)).toBe(true)
    expect(await templateFor(oldest!)).toBe('reminder-courteous')
    expect(await told(younger!, 'carrying-taken-over')).toBeNull()
  })
})

describe('once the invoice that carries is paid, the next one takes over', () => {
  it('contextual: at the step of its age', async () => {
    const { begin } = await set({ reanchor: 'contextual' })
    const [oldest, next, last] = await begin({ late: 40 }, { late: 30 }, { late: 28 })
    await pay(oldest!, 100_000)
    expect(await templateFor(next!)).toBe('second-reminder-courteous')
    expect((await told(next!, 'carrying-taken-over'))?.values).toEqual({
      former: await numberOf(oldest!),
      why: 'former-paid',
    })
    expect([await isAside(next!), await isAside(last!)]).toEqual([false, true])
  })

  it('standard: from its first step', async () => {
    const { begin } = await set({ reanchor: 'standard' })
    const [oldest, next] = await begin({ late: 40 }, { late: 30 })
    await pay(oldest!, 100_000)
    expect(await templateFor(next!)).toBe('reminder-courteous')
  })

  it('also when the word of it was lost', async () => {
    const { begin } = await set()
    const [oldest, next] = await begin({ late: 18 }, { late: 12 })
    await Item.updateOne({ _id: oldest }, { $set: { open: 0 } })
    await sweep(stage.operator)
    expect(await templateFor(next!)).toBe('reminder-courteous')
  })
})

describe('a dispute of the invoice that carries', () => {
  it('has the next one speak until it is resolved, and stand aside again then', async () => {
    const { begin } = await set()
    const [oldest, next] = await begin({ late: 18 }, { late: 12 })
    await openDispute({ invoice: oldest!, reason: 'price', comment: '' }, stage.operator)
    expect(await templateFor(next!)).toBe('reminder-courteous')
    expect(await messagesOf(oldest!)).toEqual([])
    await resolveDispute(oldest!, { comment: '' }, stage.operator)
    expect(await templateFor(oldest!)).toBe('reminder-courteous')
    await eventually(() => isAside(next!))
    expect(await messagesOf(next!)).toEqual([])
  })
})
