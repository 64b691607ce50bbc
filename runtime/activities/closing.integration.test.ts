import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Claim } from '../models/claim.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { restartReopened } from '../operations/restart-reopened.ts'
import { reversePayment } from '../operations/reverse-payment.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { type DeskRequest, debtorWorkflowId, invoiceWorkflowId } from '../workflows/protocol.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

/** Moments drawn around the end of a workflow: the same in every run, so that a loss can be looked for again. */
const seed = 20_261_014

let stage: Stage
beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('closing'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  await stage.work()
})
afterAll(() => stage?.close())

const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs that a workflow id has had: one where the signal was taken before the end, two where it met the end. */
async function runsOf(workflowId: string): Promise<number> {
  let runs = 0
  for await (const _ of stage.client.workflow.list({ query: `WorkflowId = "${workflowId}"` })) runs++
  return runs
}

/** A linear congruential draw in 0…below. */
function drawing(state: number) {
  let value = state
  return (below: number) => {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    return value % below
  }
}

/** Plays rounds, a few at a time, each with its own moment. */
async function rounds(count: number, play: (wait: number) => Promise<void>, below: number): Promise<void> {
  const draw = drawing(seed)
  const waits = Array.from({ length: count }, () => draw(below))
  const work = async () => {
    for (let wait = waits.pop(); wait !== undefined; wait = waits.pop()) await play(wait)
  }
  await Promise.all(Array.from({ length: 3 }, work))
}

describe('a desk that is closing', () => {
  it('loses no request of an invoice, whether it comes before, at or after its end', async () => {
    const scenario = await stage.publish(remindAndThank('closing-desk', { confirmation: 'manual' }))
    const seen = new Set<number>()
    await rounds(
      30,
      async (wait) => {
        const { id: debtor } = await writeDebtor()
        const [first, second] = [await writeInvoice(debtor), await writeInvoice(debtor)]
        await stage.door.request(debtor, requestOf(first, scenario))
        const message = await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
        await stage.door.decide(debtor, { message: message!._id, decision: 'confirm', by: 'Claire Vasseur' })
        while (!(await Claim.exists({ message: message!._id, result: 'sent' }))) await pause(3)
        await pause(wait)
        await stage.door.request(debtor, requestOf(second, scenario))
        await eventually(() => Message.findOne({ debtor, 'requests.item': second }).lean())
        seen.add(await runsOf(debtorWorkflowId(debtor)))
      },
      500,
    )
    // The draw is of use only where it falls on both sides of the end.
    expect([...seen].sort()).toEqual([1, 2])
  })
})

/** What the first step of an invoice asks of its customer's desk. */
function requestOf(item: string, scenario: string): DeskRequest {
  return {
    ...{ key: `${item}/${scenario}/remind/1`, round: 0, item, scenario, node: 'remind', visit: 1, level: 1 },
    phase: 'course',
    medium: 'email',
    role: 'accounts-payable',
    template: 'reminder-neutral',
    confirmation: 'manual',
  }
}

describe('a file that is closing', () => {
  it('takes up again when its payment is reversed, before, at or after its end, and repeats no reminder', async () => {
    const scenario = await stage.publish(remindAndThank('closing-file'))
    await rounds(
      12,
      async (wait) => {
        const { id: debtor } = await writeDebtor()
        const invoice = await writeInvoice(debtor)
        await stage.door.start({ item: invoice, scenario })
        await eventually(async () => (await courseOf(invoice))?.node === 'pause')
        const { id } = await recordPayment({ invoice, amount: 100_000, currency: 'EUR' }, stage.operator)
        await pause(wait)
        await reversePayment(id, { reason: 'Prélèvement rejeté' }, stage.operator)
        await eventually(async () => {
          await restartReopened(stage.operator)
          return (await Event.countDocuments({ invoice, kind: 'file-started' })) === 2
        })
        await eventually(async () => (await courseOf(invoice))?.node === 'pause')
        expect(await Message.countDocuments({ debtor, state: 'sent', template: 'reminder-neutral' })).toBe(1)
      },
      1_500,
    )
  })

  it('is not brought back by a publication that reaches it at its end', async () => {
    const scenario = await stage.publish(remindAndThank('closing-move'))
    const next = await stage.publish(remindAndThank('closing-move-next'))
    await rounds(
      12,
      async (wait) => {
        const { id: debtor } = await writeDebtor()
        const invoice = await writeInvoice(debtor)
        await stage.door.start({ item: invoice, scenario })
        await eventually(async () => (await courseOf(invoice))?.node === 'pause')
        await stage.door.happen(invoice, {
          event: `over:${invoice}`,
          happening: { type: 'CANCELLED', reason: 'person' },
        })
        await pause(wait)
        const moves = { remind: 'remind', pause: 'pause', thank: 'thank' }
        await stage.door.migrate(invoice, { event: 'p2', rank: 2, from: scenario, to: next, moves })
        await eventually(async () => (await courseOf(invoice))?.status === 'ended')
        await stage.client.workflow.getHandle(invoiceWorkflowId(invoice)).result()
        expect(await Event.countDocuments({ invoice, kind: 'file-closed' })).toBe(1)
      },
      60,
    )
  })
})
