import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Item } from '../models/item.ts'
import { readFlow } from '../operations/read-flow.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
let scenario: string

beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('flow'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  scenario = await stage.publish(remindAndThank('followed'))
  await stage.work()
})
afterAll(() => stage?.close())

const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course

async function startFile(): Promise<string> {
  const { id } = await writeDebtor()
  const invoice = await writeInvoice(id)
  await stage.door.start({ item: invoice, scenario })
  await eventually(async () => (await courseOf(invoice))?.node === 'pause')
  return invoice
}

async function flowBy() {
  const { steps } = await readFlow('followed', { days: 7 }, stage.operator)
  return Object.fromEntries(steps.map(({ node, ...step }) => [node, step]))
}

describe('the files of a scenario, step by step', () => {
  it('stand where they are, have left the steps before with a reason, and what comes in is owed to the last message', async () => {
    const [paid] = await Promise.all([startFile(), startFile()])
    expect((await flowBy()).pause).toMatchObject({ standing: 2, disputed: 0, entered: 2, left: {} })
    await recordPayment({ invoice: paid!, amount: 30_000, currency: 'EUR' }, stage.operator)
    await recordPayment({ invoice: paid!, amount: 70_000, currency: 'EUR' }, stage.operator)
    await eventually(async () => (await courseOf(paid!))?.status === 'ended')
    const steps = await flowBy()
    expect(steps.pause).toMatchObject({ standing: 1, entered: 2, left: { paid: 1 } })
    const reminder = Object.values(steps).find(({ left }) => left.sent === 2)
    expect(reminder).toMatchObject({ standing: 0, entered: 2, recovered: { EUR: 100_000 } })
  })

  it('of an unknown scenario are refused', async () => {
    await expect(readFlow('nothing', { days: 7 }, stage.operator)).rejects.toThrow()
  })
})
