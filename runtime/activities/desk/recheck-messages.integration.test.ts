import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../../models/connect-database.ts'
import { Desk } from '../../models/desk.ts'
import { Item } from '../../models/item.ts'
import { Message } from '../../models/message.ts'
import { ScenarioVersion } from '../../models/scenario-version.ts'
import { databaseUri } from '../../testing/database-uri.ts'
import { createScenarioStore } from '../scenario-store.ts'
import type { Services } from '../services.ts'
import { writeDebtor, writeEntity, writeInvoice } from '../testing/company.ts'
import { remindAndThank } from '../testing/documents.ts'
import { recheckMessages } from './recheck-messages.ts'

beforeAll(() => connectDatabase(databaseUri('recheck')))
afterAll(() => disconnectDatabase())

const silent = { info: () => {}, warn: () => {} }
const services = {
  now: () => new Date(),
  scenarios: createScenarioStore(),
  signals: { answer: async () => {}, happen: async () => {}, request: async () => {}, recheck: async () => {} },
  log: silent,
} as unknown as Services

it('a message that cannot be written does not keep a paid invoice in another one', async () => {
  await writeEntity()
  const { id: debtor } = await writeDebtor()
  await ScenarioVersion.create({
    ...{ _id: 'h', scenario: 'recheck', version: 1, segment: 'pme', document: remindAndThank('recheck'), compiled: {} },
    ...{ publishedAt: new Date(), publishedBy: 'Claire Vasseur' },
  })
  const [unwritable, paid] = [await writeInvoice(debtor), await writeInvoice(debtor)]
  await writeMessage('m-a', unwritable, { debtor, state: 'queued', reason: 'missing-contact', template: 'gone' })
  await writeMessage('m-b', paid, { debtor, state: 'to-confirm' })
  await Desk.create({ _id: debtor, messages: ['m-a', 'm-b'] })
  await Item.updateOne({ _id: paid }, { $set: { open: 0 } })
  const left = await recheckMessages(services)({ debtor })
  expect(left.map(({ id }) => id)).toEqual(['m-a'])
  expect(await Message.findById('m-b').lean()).toMatchObject({ state: 'cancelled', reason: 'paid' })
})

async function writeMessage(_id: string, item: string, changes: Record<string, unknown>): Promise<void> {
  const number = item.split(':')[1]!
  const place = { node: 'remind', visit: 1, round: 0, phase: 'course', confirmation: 'manual' }
  const asked = { medium: 'email', role: 'accounts-payable', template: 'reminder-neutral', level: 1 }
  await Message.create({
    ...{ _id, entity: 'CORV', debtorCode: 'C1', debtorName: 'Menuiserie Talbot', segment: 'pme', ...asked },
    ...{ language: 'fr', currency: 'EUR', createdAt: new Date() },
    requests: [
      { ...place, ...asked, key: `${item}/h/remind/1`, item, invoice: item, number, scenario: 'h', workflow: '' },
    ],
    ...changes,
  })
}
