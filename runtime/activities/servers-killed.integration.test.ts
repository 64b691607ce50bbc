import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openSmtpHost, type SmtpHost, type SmtpManners } from '../channels/testing/smtp-host.ts'
import { Claim } from '../models/claim.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Task } from '../models/task.ts'
import { answerTask } from '../operations/answer-task.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { startTestServers, type TestServers } from '../testing/test-servers.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { remindAndThank } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

type Victim = 'temporal' | 'database'

/** Ms: a server that was killed is back, and whoever waits for it has tried again, within this. */
const patience = 90_000

let servers: TestServers
let stage: Stage
let host: SmtpHost
let scenes = 0

beforeAll(async () => {
  servers = await startTestServers()
})

afterEach(async () => {
  await stage?.close()
  await host?.close()
})

afterAll(() => servers?.stop())

async function set(manners: SmtpManners): Promise<{ invoice: string; debtor: string; scenario: string }> {
  host = await openSmtpHost(manners)
  const uri = new URL(servers.database.address)
  uri.pathname = `/killed-${++scenes}`
  stage = await openStage({
    temporalAddress: servers.temporal.address,
    databaseUri: uri.href,
    smtpUrl: host.url,
    services: { gatherFor: 0, claimLimit: 12_000 },
  })
  await writeEntity()
  const { id: debtor } = await writeDebtor()
  const scenario = await stage.publish(remindAndThank(`killed-${scenes}`))
  return { debtor, scenario, invoice: await writeInvoice(debtor) }
}

/** Kills a server outright and waits until another process stands in its place, on the same data. */
async function kill(victim: Victim): Promise<void> {
  const { pid } = servers[victim]
  process.kill(pid!, 'SIGKILL')
  await eventually(async () => servers[victim].pid !== pid, { patience })
}

/** An answer of the mail server that a test gives when it wants. */
function heldAnswer() {
  let give: (error?: Error) => void = () => {}
  let hangUp: () => void = () => {}
  const manners: SmtpManners = {
    afterData: (answer, cut) => {
      give = answer
      hangUp = cut
    },
  }
  return { manners, give: () => give(), hangUp: () => hangUp() }
}

const messageOf = (debtor: string) => Message.findOne({ debtor, template: 'reminder-neutral' }).lean()
const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const goesOn = (invoice: string) => eventually(async () => (await courseOf(invoice))?.node === 'pause', { patience })
const isSettled = (invoice: string) =>
  eventually(async () => (await courseOf(invoice))?.status === 'ended', { patience })
const subjects = () => host.taken.map((text) => /^Subject: (.*)$/m.exec(text)?.[1])
const messageIds = () => host.taken.map((text) => /^Message-ID: (.*)$/m.exec(text)?.[1])

describe.each<Victim>(['temporal', 'database'])('a %s killed while the mail server holds its answer', (victim) => {
  it('lets the reminder leave once and its file go on', async () => {
    const { manners, give } = heldAnswer()
    const { invoice, debtor, scenario } = await set(manners)
    await stage.work()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => host.taken.length === 1, { patience })
    const dies = kill(victim)
    give()
    await dies
    await goesOn(invoice)
    expect(await messageOf(debtor)).toMatchObject({ state: 'sent' })
    expect(await courseOf(invoice)).toMatchObject({ reminders: 1 })
    expect(host.taken).toHaveLength(1)
  })

  it('asks a person once when the line then breaks, and goes on at their word', async () => {
    const { manners, hangUp } = heldAnswer()
    const { invoice, debtor, scenario } = await set(manners)
    await stage.work()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => host.taken.length === 1, { patience })
    const dies = kill(victim)
    hangUp()
    await dies
    await eventually(async () => (await messageOf(debtor))?.state === 'uncertain', { patience })
    const [task, ...more] = await Task.find({ debtor }).lean()
    expect(task).toMatchObject({ kind: 'uncertain-send', state: 'open' })
    expect(more).toEqual([])
    await answerTask(task!._id, { outcome: 'arrived', comment: '' }, stage.operator)
    await goesOn(invoice)
    expect(host.taken).toHaveLength(1)
  })

  it('sends nothing more once a payment was recorded on its return', async () => {
    let calls = 0
    let listen: () => void = () => {}
    const { invoice, debtor, scenario } = await set({
      onRcptTo: (_address, _session, done) => {
        if (++calls === 1) listen = () => done()
        else done()
      },
    })
    await stage.work()
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => calls === 1, { patience })
    await kill(victim)
    const paid = { invoice, amount: 100_000, currency: 'EUR', key: 'virement-1' }
    await eventually(() => recordPayment(paid, stage.operator).catch(() => undefined), { patience })
    listen()
    await isSettled(invoice)
    expect(subjects()).toEqual([expect.stringContaining('Merci')])
    expect(await messageOf(debtor)).toMatchObject({ state: 'cancelled', reason: 'paid' })
    expect(await Claim.countDocuments({ endedAt: null })).toBe(0)
  })
})

describe('everything killed at once while the mail server holds its answer', () => {
  it('loses none of ten reminders and sends none twice', async () => {
    const answers: (() => void)[] = []
    const { debtor, scenario, invoice } = await set({ afterData: (answer) => void answers.push(() => answer()) })
    const others = await Promise.all(
      Array.from({ length: 9 }, async () => {
        const { id } = await writeDebtor()
        return { debtor: id, invoice: await writeInvoice(id) }
      }),
    )
    const files = [{ debtor, invoice }, ...others]
    await stage.work()
    await Promise.all(files.map((file) => stage.door.start({ item: file.invoice, scenario })))
    await eventually(async () => host.taken.length >= 3, { patience })
    const die = Promise.all([kill('temporal'), kill('database')])
    const answering = setInterval(() => {
      for (const answer of answers.splice(0)) answer()
    }, 200)
    await die
    for (const file of files) {
      await eventually(
        async () =>
          (await courseOf(file.invoice))?.node === 'pause' ||
          (await Task.exists({ debtor: file.debtor, kind: 'uncertain-send' })),
        { patience },
      )
    }
    clearInterval(answering)
    expect(new Set(messageIds()).size).toBe(host.taken.length)
    expect(host.taken.length).toBe(10)
  })
})
