import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Entity } from '../models/entity.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Restraint } from '../models/restraint.ts'
import { noteStatement, reviewLedgers } from '../operations/ledger-age/review-ledgers.ts'
import { saveLedgerLimit } from '../operations/ledger-age/save-ledger-limit.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { mailbox } from '../testing/mailbox.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
const mails = mailbox(inject('mailPage'))

beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('ledger-age'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  await stage.work()
})
afterAll(() => stage?.close())

const statedDaysAgo = (days: number) =>
  Entity.updateOne({ _id: 'CORV' }, { $set: { ledgerAt: new Date(Date.now() - days * 86_400_000) } })
const limit = (ledgerLimit: number | null) => saveLedgerLimit('CORV', { ledgerLimit }, stage.operator)
const isHeld = async () => (await Restraint.exists({ _id: 'hold:ledger:CORV', lifted: null })) !== null

it('no reminder leaves on a ledger that is too old; after the import it does', async () => {
  const scenario = await stage.publish(remindAndThank('old-ledger', { policy: { catchUp: 'spread' } }))
  const { id: debtor, address } = await writeDebtor()
  const invoice = await writeInvoice(debtor)
  await statedDaysAgo(5)
  await limit(3)
  await stage.door.start({ item: invoice, scenario })
  await eventually(async () => (await Item.findById(invoice).lean())?.course?.held)
  expect((await Event.findOne({ invoice, kind: 'file-held' }).lean())?.values.reason).toBe('held-ledger')
  expect(await mails.messages(address)).toHaveLength(0)
  await noteStatement(['CORV'], stage.operator)
  await eventually(() => mails.messages(address), { until: (sent) => sent.length === 1 })
  expect(await Event.countDocuments({ invoice, kind: 'file-released' })).toBe(1)
})

it('a ledger grows too old by itself, and another entity is not concerned', async () => {
  await limit(3)
  await statedDaysAgo(3)
  await reviewLedgers(stage.operator)
  expect(await isHeld()).toBe(false)
  await statedDaysAgo(4)
  await reviewLedgers(stage.operator)
  await reviewLedgers(stage.operator)
  expect(await Restraint.countDocuments({ scope: 'ledger', lifted: null })).toBe(1)
})

it('without a limit a ledger may be of any age', async () => {
  await statedDaysAgo(400)
  await limit(null)
  expect(await isHeld()).toBe(false)
})
