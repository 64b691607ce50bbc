import { afterEach, describe, expect, inject, it } from 'vitest'
import { openSmtpHost, type SmtpHost, type SmtpManners } from '../channels/testing/smtp-host.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message, type MessageDocument } from '../models/message.ts'
import { confirmMessages } from '../operations/decide-messages.ts'
import { liftRestraint, type RestrainRequest, restrain } from '../operations/restrain.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
let host: SmtpHost

async function set(manners: SmtpManners = {}, { confirmation = 'automatic' } = {}) {
  host = await openSmtpHost(manners)
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('holding'),
    smtpUrl: host.url,
  })
  await writeEntity()
  const { id: debtor } = await writeDebtor()
  const scenario = await stage.publish(remindAndThank('holding', { confirmation }))
  await stage.work()
  return { debtor, scenario, invoice: await writeInvoice(debtor) }
}
afterEach(async () => {
  await stage?.close()
  await host?.close()
})

const hold = (changes: Partial<RestrainRequest>) =>
  restrain({ kind: 'hold', scope: 'everything', target: '', reason: 'Erreur de tarif', ...changes }, stage.operator)
const lift = (id: string) => liftRestraint(id, stage.operator)
const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const entriesOf = async (invoice: string) => Event.find({ invoice }).sort({ at: 1 }).lean()
const waiting = (debtor: string) =>
  eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean<MessageDocument>())

describe('the panic button', () => {
  it('stops what the mail server is already listening to, and lets it leave once after the release', async () => {
    let presses = 0
    const { invoice, scenario } = await set({
      onRcptTo: (_address, _session, done) => {
        if (++presses > 1) return done()
        hold({}).then(() => done(), done)
      },
    })
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await courseOf(invoice))?.held)
    expect(host.taken).toHaveLength(0)
    const kinds = (await entriesOf(invoice)).map(({ kind, values }) => [kind, values.reason])
    expect(kinds).toContainEqual(['message-held', 'held-everything'])
    await lift('hold:everything')
    await eventually(async () => (await courseOf(invoice))?.node === 'pause')
    expect(host.taken).toHaveLength(1)
    expect((await entriesOf(invoice)).map(({ kind }) => kind)).toContain('file-released')
  })

  it('keeps what is confirmed, and says so to whoever confirms', async () => {
    const { invoice, debtor, scenario } = await set({}, { confirmation: 'manual' })
    await stage.door.start({ item: invoice, scenario })
    const message = (await waiting(debtor))!
    await hold({})
    expect(await confirmMessages([message._id], stage.operator)).toEqual({
      confirmed: 0,
      refused: [{ id: message._id, reason: 'sending-held' }],
    })
    // A word that was given just before reaches the desk after the button: the last look is what counts.
    await stage.door.decide(debtor, { message: message._id, decision: 'confirm', by: 'Claire Vasseur' })
    await eventually(async () => (await Message.findById(message._id).lean())?.state === 'cancelled')
    expect(host.taken).toHaveLength(0)
    await lift('hold:everything')
    await confirmMessages([(await waiting(debtor))!._id], stage.operator)
    await eventually(async () => host.taken.length === 1)
  })

  it('finds a file that starts while it is pressed, and tells it of the release although nobody told it of the hold', async () => {
    const { invoice, scenario } = await set()
    await hold({ scope: 'segment', target: 'pme' })
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await courseOf(invoice))?.held)
    expect((await entriesOf(invoice)).find(({ kind }) => kind === 'file-held')?.values.reason).toBe('held-segment')
    await lift('hold:segment:pme')
    await eventually(async () => host.taken.length === 1)
    await eventually(async () => (await courseOf(invoice))?.node === 'pause')
    expect((await courseOf(invoice))?.held).toBe(false)
  })

  it('keeps a file that two holds bear on until the second is lifted', async () => {
    const { invoice, debtor, scenario } = await set()
    await hold({ scope: 'debtor', target: debtor })
    await hold({ scope: 'invoice', target: invoice })
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await courseOf(invoice))?.held)
    await lift(`hold:debtor:${debtor}`)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(host.taken).toHaveLength(0)
    await lift(`hold:invoice:${invoice}`)
    await eventually(async () => host.taken.length === 1)
  })
})

describe('an exclusion', () => {
  it('of a person takes a prepared message back at once, and the file goes on without it', async () => {
    const { invoice, debtor, scenario } = await set({}, { confirmation: 'manual' })
    await stage.door.start({ item: invoice, scenario })
    await waiting(debtor)
    const asked = { kind: 'exclusion', scope: 'contact', target: debtor, role: 'accounts-payable' } as const
    await hold({ ...asked, reason: 'Ne souhaite plus être contactée' })
    await eventually(async () => (await courseOf(invoice))?.node === 'pause')
    expect(await Message.findOne({ debtor }).lean()).toMatchObject({ state: 'cancelled', reason: 'opted-out' })
    expect((await entriesOf(invoice)).find(({ kind }) => kind === 'exclusion-set')?.author).toBe('Claire Vasseur')
  })

  it('of one invoice leaves the rest of the account to be reminded', async () => {
    const { invoice, debtor, scenario } = await set()
    const other = await writeInvoice(debtor)
    await hold({ kind: 'exclusion', scope: 'invoice', target: invoice, reason: 'Geste commercial' })
    for (const item of [invoice, other]) await stage.door.start({ item, scenario })
    await eventually(async () => (await courseOf(other))?.node === 'pause')
    await eventually(async () => (await courseOf(invoice))?.node === 'pause')
    expect(host.taken).toHaveLength(1)
    expect((await courseOf(invoice))?.reminders).toBe(0)
    expect((await courseOf(other))?.reminders).toBe(1)
  })
})
