import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, inject, it } from 'vitest'
import type { Channel } from '../channels/channel.ts'
import { createEmailChannel } from '../channels/email.ts'
import { openSmtpHost, refusal, type SmtpHost, type SmtpManners } from '../channels/testing/smtp-host.ts'
import { Claim } from '../models/claim.ts'
import { Desk } from '../models/desk.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Task } from '../models/task.ts'
import { answerTask } from '../operations/answer-task.ts'
import { cancelMessage } from '../operations/decide-messages.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { createScenarioStore } from './scenario-store.ts'
import type { Signals } from './services.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
let host: SmtpHost
let child: ChildProcess | undefined

async function set(manners: SmtpManners): Promise<{ invoice: string; debtor: string; scenario: string }> {
  host = await openSmtpHost(manners)
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('sending'),
    smtpUrl: host.url,
  })
  await writeEntity()
  const { id: debtor } = await writeDebtor()
  const scenario = await stage.publish(remindAndThank('sending'))
  return { debtor, scenario, invoice: await writeInvoice(debtor) }
}

afterEach(async () => {
  child?.kill('SIGKILL')
  child = undefined
  await stage?.close()
  await host?.close()
})

const messageOf = (debtor: string) => Message.findOne({ debtor }).lean()
const numberOf = (invoice: string) => invoice.split(':')[1]!
const subjectsOf = (texts: readonly string[]) => texts.map((text) => /^Subject: (.*)$/m.exec(text)?.[1])

/** A worker with the patience of a test, in its own process. */
function spawnWorker(): ChildProcess {
  const setup = {
    ...{ temporalAddress: inject('temporalAddress'), databaseUri: stage.setup.databaseUri, smtpUrl: host.url },
    ...{ home: join(tmpdir(), 'relance-test-bundles'), claimLimit: 3_000 },
  }
  const program = fileURLToPath(new URL('./testing/worker-process.ts', import.meta.url))
  return spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(setup)], { stdio: 'ignore' })
}

describe('a reminder on its way', () => {
  it('stays here when the payment is recorded while the mail server is already listening', async () => {
    let invoice = ''
    const pay = () => recordPayment({ invoice, amount: 100_000, currency: 'EUR' }, stage.operator)
    const scene = await set({
      onRcptTo: (_address, _session, done) => {
        pay().then(() => done(), done)
      },
    })
    invoice = scene.invoice
    await stage.work()
    await stage.door.start({ item: invoice, scenario: scene.scenario })
    await eventually(async () => (await Item.findById(invoice).lean())?.course?.status === 'ended')
    expect(subjectsOf(host.taken)).toEqual([expect.stringContaining('Merci')])
    // The thanks may overtake the second look at the reminder.
    const reminder = await eventually(() =>
      Message.findOne({
        debtor: scene.debtor,
        template: 'reminder-neutral',
        state: { $nin: ['queued', 'sending'] },
      }).lean(),
    )
    expect(reminder).toMatchObject({ state: 'cancelled', reason: 'paid' })
    expect(host.taken).toHaveLength(1)
  })

  it('is written anew when another invoice that it lists is paid while the mail server is already listening', async () => {
    let other = ''
    const pay = () => recordPayment({ invoice: other, amount: 100_000, currency: 'EUR', key: 'once' }, stage.operator)
    const { invoice, debtor, scenario } = await set({
      onRcptTo: (_address, _session, done) => {
        pay().then(() => done(), done)
      },
    })
    other = await writeInvoice(debtor)
    await stage.work()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await messageOf(debtor))?.state === 'sent')
    expect(host.taken).toHaveLength(1)
    const sent = (await messageOf(debtor))!
    expect(sent.text).toContain(numberOf(invoice))
    expect(sent.text).not.toContain(numberOf(other))
  })

  it('waits and leaves once when the server refuses it for now', async () => {
    let refusals = 0
    const { invoice, debtor, scenario } = await set({
      onRcptTo: (_address, _session, done) => (++refusals === 1 ? done(refusal(451, 'greylisted')) : done()),
    })
    await stage.work()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await messageOf(debtor))?.reason === 'provider-refused')
    await eventually(async () => (await messageOf(debtor))?.state === 'sent', { patience: 50_000 })
    expect(host.taken).toHaveLength(1)
  })

  it('parks its file when the address is refused for good', async () => {
    const { invoice, scenario } = await set({
      onRcptTo: (_address, _session, done) => done(refusal(550, 'no such mailbox')),
    })
    await stage.work()
    await stage.door.start({ item: invoice, scenario })
    const parked = await eventually(async () => (await Item.findById(invoice).lean())?.course?.parked)
    expect(parked.reason).toContain('no such mailbox')
    expect(await Claim.countDocuments({})).toBe(0)
  })
})

describe('an attempt that was held up before its content', () => {
  it('gives up, as a person may have had it sent again by now; the next attempt sends it once', async () => {
    const { invoice, debtor, scenario } = await set({})
    const store = createScenarioStore()
    let isListening = false
    const scenarios: typeof store = {
      get: async (hash) => {
        if (isListening) await new Promise((resolve) => setTimeout(resolve, 1_000))
        return store.get(hash)
      },
    }
    let attempts = 0
    const email = createEmailChannel({ url: host.url })
    const held: Channel = {
      ...email,
      send: async (letter, { lastLook }) => {
        isListening = ++attempts === 1
        const delivery = await email.send(letter, { lastLook })
        isListening = false
        if (attempts === 1) expect(delivery.result).toBe('withheld')
        return delivery
      },
    }
    await stage.work({ scenarios, email: held, claimLimit: 1_000 })
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await messageOf(debtor))?.state === 'sent')
    await email.close()
    expect(attempts).toBe(2)
    expect(host.taken).toHaveLength(1)
  })
})

describe('a file that the engine has run anew', () => {
  it('asks again for the reminder that was withdrawn while it stood at an earlier step', async () => {
    const { debtor } = await set({})
    const scenario = await stage.publish(remindAndThank('anew', { confirmation: 'manual' }))
    const invoice = await writeInvoice(debtor)
    await stage.work()
    await stage.door.start({ item: invoice, scenario })
    const first = await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
    await Message.updateOne({ _id: first!._id }, { $set: { state: 'cancelled', reason: 'superseded' } })
    await Desk.updateOne({ _id: debtor }, { $pull: { messages: first!._id } })
    await stage.door.request(debtor, first!.requests[0])
    const second = await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
    expect(second!.requests[0]).toMatchObject({ invoice, node: 'remind', round: 1 })
    await stage.door.decide(debtor, { message: second!._id, decision: 'confirm', by: 'Claire Vasseur' })
    await eventually(async () => (await Item.findById(invoice).lean())?.course?.node === 'pause')
    expect(host.taken).toHaveLength(1)
  })
})

describe('a file that its desk could not reach at first', () => {
  /** The engine fails to take the first answer, as it would if the worker died just before. */
  const workUnheard = async () => {
    let isUnheard = true
    const answer: Signals['answer'] = async (item, signal) => {
      if (!isUnheard) return stage.door.answer(item, signal)
      isUnheard = false
      throw new Error('the engine does not answer')
    }
    await stage.work({ signals: { ...stage.door, answer } })
  }

  it('hears that its reminder has left', async () => {
    const { invoice, scenario } = await set({})
    await workUnheard()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await Item.findById(invoice).lean())?.course?.node === 'pause')
    expect(host.taken).toHaveLength(1)
    expect((await Item.findById(invoice).lean())?.course?.reminders).toBe(1)
  })

  it('is parked when its reminder was refused for good', async () => {
    const { invoice, scenario } = await set({
      onRcptTo: (_address, _session, done) => done(refusal(550, 'no such mailbox')),
    })
    await workUnheard()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await Item.findById(invoice).lean())?.course?.status === 'parked')
  })

  it('goes on when a person has cancelled its reminder', async () => {
    const { debtor } = await set({})
    const scenario = await stage.publish(remindAndThank('unheard', { confirmation: 'manual' }))
    const invoice = await writeInvoice(debtor)
    await workUnheard()
    await stage.door.start({ item: invoice, scenario })
    const message = await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
    await cancelMessage(message!._id, { reason: 'client prévenu' }, stage.operator)
    await eventually(async () => (await Item.findById(invoice).lean())?.course?.node === 'pause')
    expect(host.taken).toHaveLength(0)
  })
})

describe('a worker killed in the middle of a send', () => {
  it('leaves one message at most and a task for a person, who finds that it arrived', async () => {
    const { invoice, debtor, scenario } = await set({ afterData: () => {} })
    child = spawnWorker()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => host.taken.length === 1, { patience: 60_000 })
    child.kill('SIGKILL')
    await once(child, 'exit')
    child = spawnWorker()
    const task = await eventually(() => Task.findOne({ debtor, kind: 'uncertain-send' }).lean(), { patience: 60_000 })
    await eventually(async () => (await messageOf(debtor))?.state === 'uncertain')
    expect(host.taken).toHaveLength(1)
    await answerTask(task!._id, { outcome: 'arrived', comment: '' }, stage.operator)
    await eventually(async () => (await Item.findById(invoice).lean())?.course?.node === 'pause')
    expect(await messageOf(debtor)).toMatchObject({ state: 'sent' })
    expect(host.taken).toHaveLength(1)
  })

  it('sends it a second time only when a person says so', async () => {
    let isDeaf = true
    const { invoice, debtor, scenario } = await set({ afterData: (answer) => (isDeaf ? undefined : answer()) })
    child = spawnWorker()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => host.taken.length === 1, { patience: 60_000 })
    child.kill('SIGKILL')
    await once(child, 'exit')
    isDeaf = false
    child = spawnWorker()
    const task = await eventually(() => Task.findOne({ debtor, kind: 'uncertain-send' }).lean(), { patience: 60_000 })
    await answerTask(task!._id, { outcome: 'resend', comment: '' }, stage.operator)
    await eventually(async () => (await messageOf(debtor))?.state === 'sent')
    expect(host.taken).toHaveLength(2)
  })
})
