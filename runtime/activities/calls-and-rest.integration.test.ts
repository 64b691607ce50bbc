import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { start, step } from '../machine/step.ts'
import type { MachineState } from '../machine/types.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Rehearsal } from '../models/rehearsal.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'
import { Task, type TaskDocument } from '../models/task.ts'
import { answerTask } from '../operations/answer-task.ts'
import { readTask } from '../operations/list-tasks.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { mailbox } from '../testing/mailbox.ts'
import { invoiceWorkflowId, taskQueues, workflowTypes } from '../workflows/protocol.ts'
import { createRehearsalDoor } from './rehearsal/rehearsal-door.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { document, remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
const mails = mailbox(inject('mailPage'))

beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('calls'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  await stage.work()
})
afterAll(() => stage?.close())

const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const callOf = (debtor: string) => Task.findOne({ debtor, kind: 'call', state: 'open' }).lean<TaskDocument>()

describe('a call', () => {
  const ports = ['no-answer', 'promise', 'payment-sent', 'waiting-approval', 'invoice-not-received', 'wrong-contact']
  const to = Object.fromEntries([...ports, 'dispute'].map((port) => [port, 'end']))
  const drawn = (id: string) =>
    document(id, {
      call: { kind: 'call-task', settings: { script: 'reminder-call' }, to },
      end: { kind: 'end', settings: { reason: 'exhausted' } },
    })

  it('is made once for the whole account, and not again for its other invoices', async () => {
    const scenario = await stage.publish(drawn('call-once'))
    const { id } = await writeDebtor()
    const invoices = await Promise.all([30, 14, 9].map((late) => writeInvoice(id, { late })))
    for (const item of invoices) await stage.door.start({ item, scenario })
    const call = await eventually(() => callOf(id))
    expect(call?.script).toContain('Hélène Brossard')
    await eventually(async () => Promise.all(invoices.slice(1).map(courseOf)), {
      until: (courses) => courses.every((course) => course?.carried),
    })
    expect((await readTask(call!._id, stage.operator)).invoices.map((invoice) => invoice.id)).toEqual(invoices)
    await answerTask(call!._id, { outcome: 'no-answer', comment: '' }, stage.operator)
    await eventually(async () => Promise.all(invoices.map(courseOf)), {
      until: (courses) => courses.every((course) => course?.status === 'ended'),
    })
    expect((await courseOf(invoices[0]!))?.lastOutcome).toBe('no-answer')
    expect(await Task.countDocuments({ debtor: id })).toBe(1)
  })

  it('is dropped with the invoice that asked for it, and asked for by the next one', async () => {
    const scenario = await stage.publish(drawn('call-dropped'))
    const { id } = await writeDebtor()
    const [oldest, next] = await Promise.all([14, 9].map((late) => writeInvoice(id, { late })))
    for (const item of [oldest!, next!]) await stage.door.start({ item, scenario })
    const call = await eventually(() => callOf(id), { until: (task) => task?.requests[0]?.invoice === oldest })
    await eventually(async () => (await courseOf(next!))?.carried)
    await recordPayment({ invoice: oldest!, amount: 100_000, currency: 'EUR' }, stage.operator)
    await eventually(async () => (await Task.findById(call!._id).lean())?.state === 'cancelled')
    const second = await eventually(() => callOf(id))
    expect(second?.requests.map(({ invoice }) => invoice)).toEqual([next])
    await recordPayment({ invoice: next!, amount: 100_000, currency: 'EUR' }, stage.operator)
    await eventually(async () => (await Task.findById(second!._id).lean())?.state === 'cancelled')
  })
})

describe('a sleeping file', () => {
  it('wakes within two seconds of its moment', async () => {
    const files = 30
    const hash = await stage.publish(
      document('sleep', {
        pause: { kind: 'wait', settings: { days: 30, from: 'previousStep' }, to: { next: 'end' } },
        end: { kind: 'end', settings: { reason: 'exhausted', closes: true } },
      }),
    )
    const { compiled } = (await ScenarioVersion.findById(hash).lean())!
    const { id } = await writeDebtor()
    const until = new Date(Date.now() + 6_000).toISOString()
    const invoices = await Promise.all(Array.from({ length: files }, () => writeInvoice(id)))
    for (const item of invoices) {
      const { state: asleep } = step(compiled, start(compiled).state, {
        ...{ type: 'DATED', node: 'pause', visit: 1, at: until, past: false },
      })
      await stage.client.workflow.start(workflowTypes.invoice, {
        ...{ workflowId: invoiceWorkflowId(item), taskQueue: taskQueues.files },
        args: [{ item, scenario: hash, carried: carried(asleep) }],
      })
    }
    const closed = await eventually(() => Event.find({ kind: 'file-closed', invoice: { $in: invoices } }).lean(), {
      until: (seen) => seen.length === files,
    })
    const lateness = closed.map(({ at }) => at.getTime() - Date.parse(until)).sort((a, b) => a - b)
    expect(lateness[0]).toBeGreaterThanOrEqual(0)
    expect(lateness.at(-1)).toBeLessThan(2_000)
  })
})

function carried(state: MachineState) {
  return { state, asked: null, taken: [], written: 0, stuck: null }
}

describe('a rehearsal', () => {
  it('plays months in a moment, dated, and touches neither ledger nor customers', async () => {
    const drawn = document(
      'rehearsed',
      {
        early: { kind: 'wait', settings: { days: 8, from: 'dueDate' }, to: { next: 'remind' } },
        ...steps(remindAndThank('x')),
      },
      { paid: 'thank' },
    )
    await stage.publish(drawn)
    const { compiled } = (await ScenarioVersion.findOne({ scenario: 'rehearsed' }).lean())!
    const { id, address } = await writeDebtor()
    const invoice = await writeInvoice(id)
    const [events, messages] = [await Event.countDocuments({}), await Message.countDocuments({})]
    await Rehearsal.create({ _id: 'r-1', scenario: 'rehearsed', status: 'running', startedAt: new Date() })
    const whatIf = { type: 'pays', daysLate: 20 } as const
    await createRehearsalDoor(stage.client).start({ id: 'r-1', document: drawn, compiled, invoice, whatIf })
    const played = await eventually(() => Rehearsal.findById('r-1').lean(), {
      until: (record) => record?.status !== 'running',
      patience: 60_000,
    })
    expect(played).toMatchObject({ status: 'done', error: null })
    expect(played?.steps.map(({ node, outcome }) => `${node} ${outcome}`)).toEqual([
      'remind sent',
      'thank sent',
      'done settled',
    ])
    const days = (Date.parse(played?.steps[1].at) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(45)
    const caught = (await mails.messages('accounts-payable@rehearsal.invalid')).filter(
      ({ headers }) => headers['x-relance-rehearsal'] === 'r-1',
    )
    expect(caught).toHaveLength(2)
    expect(await mails.messages(address)).toHaveLength(0)
    expect([await Event.countDocuments({}), await Message.countDocuments({})]).toEqual([events, messages])
    expect((await Item.findById(invoice).lean())?.course).toBeNull()
  })
})

/** The steps of a drawn document, to be drawn again behind others. */
function steps({ nodes, edges }: ReturnType<typeof document>) {
  return Object.fromEntries(
    nodes.map(({ id, kind, settings }) => {
      const to = Object.fromEntries(
        edges.filter(({ source }) => source === id).map(({ port, target }) => [port, target]),
      )
      return [id, { kind, settings, to }]
    }),
  )
}
