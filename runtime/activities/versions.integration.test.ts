import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { MoveChoice } from '../contract/versions.ts'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Publication } from '../models/publication.ts'
import { Scenario } from '../models/scenario.ts'
import { Task } from '../models/task.ts'
import { answerTask } from '../operations/answer-task.ts'
import { confirmMessages } from '../operations/decide-messages.ts'
import { publishScenario, restoreVersion } from '../operations/publish-scenario.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { saveScenario } from '../operations/save-scenario.ts'
import { unpark } from '../operations/unpark.ts'
import { readImpact } from '../operations/versions/read-impact.ts'
import { listPublications } from '../operations/versions/read-versions.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { mailbox } from '../testing/mailbox.ts'
import { writeDebtor, writeEntity, writeInvoice } from './testing/company.ts'
import { document, mail, rest, type Step } from './testing/documents.ts'
import { eventually } from './testing/eventually.ts'
import { openStage, type Stage } from './testing/open-stage.ts'

let stage: Stage
const mails = mailbox(inject('mailPage'))

beforeAll(async () => {
  stage = await openStage({
    temporalAddress: inject('temporalAddress'),
    databaseUri: databaseUri('versions'),
    smtpUrl: inject('smtpUrl'),
  })
  await writeEntity()
  await stage.work()
})
afterAll(() => stage?.close())

const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const standsOn = (invoice: string, node: string) =>
  eventually(async () => (await courseOf(invoice)) ?? null, {
    until: (course) => course?.node === node && (course.nextAt != null || course.status !== 'running'),
  })
const stateOf = (invoice: string) =>
  stage.client.workflow.getHandle(`invoice:${invoice}`).query<{
    state: { context: { until: string; visit: number } }
    scenario: string
  }>('state')

/** Mail, a month of rest, another mail, a month of rest, the end. */
const twoMails = (confirmation = 'automatic'): Record<string, Step> => ({
  first: mail('reminder-neutral', 'rest', confirmation),
  rest: rest(30, 'second'),
  second: mail('firm-reminder', 'pause', confirmation),
  pause: rest(30, 'end'),
  end: { kind: 'end', settings: { reason: 'exhausted' } },
})

/** A scenario in force and a file that runs it. */
async function begin(id: string, steps = twoMails()) {
  const drawn = { ...document(id, steps), segment: null }
  const scenario = await stage.publish(drawn)
  const debtor = await writeDebtor()
  const invoice = await writeInvoice(debtor.id)
  await stage.door.start({ item: invoice, scenario })
  return { id, invoice, address: debtor.address, debtor: debtor.id, scenario }
}

async function draw(id: string, steps: Record<string, Step>) {
  const drawn = scenarioDocumentSchema.parse({ ...document(id, steps), segment: null })
  const { revision } = (await Scenario.findById(id).lean())!
  await saveScenario({ document: drawn, revision }, stage.operator)
}

const publish = (id: string, choices: readonly Omit<MoveChoice, 'version'>[] = [], version = 1) =>
  publishScenario(
    id,
    { note: 'Décidé en comité', choices: choices.map((choice) => ({ version, ...choice })) },
    stage.operator,
  )
const settled = (id: string) =>
  eventually(async () => (await listPublications(id)).items[0], { until: (latest) => latest?.status === 'done' })
const kindsOf = async (invoice: string) => (await Event.find({ invoice }).lean()).map(({ kind }) => kind)

describe('saving and publishing', () => {
  it('change no running file that nothing was chosen for', async () => {
    const { id, invoice, scenario } = await begin('untouched')
    const before = await standsOn(invoice, 'rest')
    await draw(id, { ...twoMails(), rest: rest(10, 'second') })
    expect(await courseOf(invoice)).toEqual(before)
    await publish(id)
    expect(await courseOf(invoice)).toEqual(before)
    expect((await stateOf(invoice)).scenario).toBe(scenario)
    expect((await listPublications(id)).items[0]).toMatchObject({
      ...{ version: 2, note: 'Décidé en comité', by: 'Claire Vasseur', current: true, status: 'done' },
    })
  })
})

describe('a file asleep between two reminders', () => {
  it('keeps its instant where its wait is drawn as before, and gets nothing again', async () => {
    const { id, invoice, address } = await begin('kept')
    const before = await standsOn(invoice, 'rest')
    await draw(id, { ...twoMails(), second: mail('second-reminder-neutral', 'pause') })
    await publish(id, [{ node: 'rest', action: 'follow' }])
    const latest = await settled(id)
    expect(latest).toMatchObject({ total: 1, results: { moved: 1 } })
    const course = await courseOf(invoice)
    expect(course).toMatchObject({ version: 2, node: 'rest', nextAt: before!.nextAt, since: before!.since })
    expect(await kindsOf(invoice)).toContain('file-moved')
    expect(await mails.messages(address)).toHaveLength(1)
  })

  it('is dated anew from when it began to rest, exactly as the impact had said', async () => {
    const { id, invoice } = await begin('redated')
    const before = await standsOn(invoice, 'rest')
    await draw(id, { ...twoMails(), rest: rest(12, 'second') })
    const impact = await readImpact(id, {}, stage.operator)
    const [step] = impact.steps
    expect(step).toMatchObject({ version: 1, node: 'rest', files: 1, fate: 'changed', suggested: { action: 'follow' } })
    expect(impact.changes.map(({ path, before, after }) => [path, before?.fr, after?.fr])).toEqual([
      ['settings.days', '30', '12'],
    ])
    expect(step!.dates).toMatchObject({ looked: 1, changed: 1, past: 0 })
    await publish(id, [{ node: 'rest', action: 'follow' }])
    await settled(id)
    const course = await eventually(() => courseOf(invoice), { until: (now) => now?.nextAt != null })
    expect(course!.nextAt!.toISOString()).toBe(step!.dates!.examples[0]!.after)
    expect(course!.since).toEqual(before!.since)
    const days = (at: Date) => (at.getTime() - before!.since!.getTime()) / 86_400_000
    expect(days(course!.nextAt!)).toBeGreaterThan(11)
    expect(days(course!.nextAt!)).toBeLessThan(13)
  })

  it('goes where the deleted step leads, and back again when the version is restored', async () => {
    const { id, invoice, address } = await begin('deleted')
    await standsOn(invoice, 'rest')
    const { rest: _, ...others } = twoMails()
    await draw(id, {
      ...others,
      first: mail('reminder-neutral', 'pause'),
      second: mail('firm-reminder', 'end'),
      pause: rest(30, 'second'),
    })
    const { steps } = await readImpact(id, {}, stage.operator)
    expect(steps[0]).toMatchObject({ node: 'rest', fate: 'removed', suggested: { action: 'move', to: 'second' } })
    await publish(id, [{ node: 'rest', action: 'move', to: 'pause' }])
    await settled(id)
    await standsOn(invoice, 'pause')
    expect((await courseOf(invoice))?.version).toBe(2)
    const choices = [{ version: 2, node: 'pause', action: 'move' as const, to: 'first' }]
    await restoreVersion(id, { version: 1, note: 'Retour arrière', choices }, stage.operator)
    const latest = await settled(id)
    expect(latest).toMatchObject({ rank: 2, version: 1, restored: true, note: 'Retour arrière', results: { moved: 1 } })
    // Sent back to before the first reminder, which has left already: it is passed over.
    await standsOn(invoice, 'rest')
    expect((await courseOf(invoice))?.version).toBe(1)
    expect(await mails.messages(address)).toHaveLength(1)
    expect(await kindsOf(invoice)).toContain('step-skipped')
  })
})

describe('a file whose message waits for its confirmation', () => {
  it('takes the answer under the new version where the step goes on, and is not asked twice', async () => {
    const { id, invoice, debtor, address } = await begin('asked', twoMails('manual'))
    const message = await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
    await standsOn(invoice, 'first')
    await draw(id, {
      ...twoMails('manual'),
      first: mail('second-reminder-neutral', 'pause', 'manual'),
      rest: rest(3, 'second'),
      pause: rest(30, 'rest'),
      second: mail('firm-reminder', 'end', 'manual'),
    })
    await publish(id, [{ node: 'first', action: 'follow' }])
    expect(await settled(id)).toMatchObject({ results: { moved: 1 } })
    expect(await Message.countDocuments({ debtor })).toBe(1)
    expect((await courseOf(invoice))?.status).toBe('waiting-confirmation')
    await confirmMessages([message!._id], stage.operator)
    await standsOn(invoice, 'pause')
    expect((await courseOf(invoice))?.version).toBe(2)
    expect(await mails.messages(address)).toHaveLength(1)
  })

  it('ends it first where the step is gone, and moves from where it then stands', async () => {
    const { id, invoice, debtor, address } = await begin('finished', twoMails('manual'))
    const message = await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
    await standsOn(invoice, 'first')
    const { first: _, ...others } = twoMails('manual')
    await draw(id, others)
    await publish(id, [
      { node: 'first', action: 'move', to: 'second' },
      { node: 'rest', action: 'follow' },
    ])
    expect(await settled(id)).toMatchObject({ results: { waiting: 1 } })
    expect((await courseOf(invoice))?.version).toBe(1)
    await confirmMessages([message!._id], stage.operator)
    await standsOn(invoice, 'rest')
    expect((await courseOf(invoice))?.version).toBe(2)
    expect(await mails.messages(address)).toHaveLength(1)
    expect((await listPublications(id)).items[0]!.results).toMatchObject({ moved: 1 })
  })
})

describe('a file for which nobody says where its step leads', () => {
  const orphan = async (id: string) => {
    const begun = await begin(id)
    await standsOn(begun.invoice, 'rest')
    const { rest: _, ...others } = twoMails()
    await draw(id, { ...others, first: mail('reminder-neutral', 'second') })
    await publish(id, [{ node: 'rest', action: 'park' }])
    expect(await settled(id)).toMatchObject({ results: { parked: 1 } })
    const task = await eventually(() => Task.findOne({ debtor: begun.debtor, kind: 'parked', state: 'open' }).lean())
    return { ...begun, task: task! }
  }

  it('is parked with an owner, who chooses a step of the new version', async () => {
    const { invoice, task, address } = await orphan('orphan')
    expect((await courseOf(invoice))?.parked).toMatchObject({ node: 'rest', reason: 'unmapped' })
    expect(task).toMatchObject({ assignee: 'collector', priority: 'high' })
    await expect(unpark(invoice, { action: 'move', step: 'rest' }, stage.operator)).rejects.toThrow('unknown-step')
    await unpark(invoice, { action: 'move', step: 'pause' }, stage.operator)
    await standsOn(invoice, 'pause')
    expect(await courseOf(invoice)).toMatchObject({ version: 2, parked: null })
    await eventually(async () => (await Task.findById(task._id).lean())?.state === 'cancelled')
    expect(await mails.messages(address)).toHaveLength(1)
  })

  it('goes on under its old version when the owner says so, with its timer as it was', async () => {
    const { invoice, task } = await orphan('orphan-back')
    await answerTask(task._id, { outcome: 'retry', comment: '' }, stage.operator)
    await eventually(async () => (await courseOf(invoice))?.status === 'running')
    expect(await courseOf(invoice)).toMatchObject({ version: 1, node: 'rest', parked: null })
  })

  it('is thanked and closed by a payment all the same', async () => {
    const { invoice } = await orphan('orphan-paid')
    await recordPayment({ invoice, amount: 100_000, currency: 'EUR' }, stage.operator)
    await eventually(async () => (await courseOf(invoice))?.status === 'ended')
  })
})

describe('signals of a publication', () => {
  it('that come twice, late, or for a version that the file has left change nothing', async () => {
    const { id, invoice, address, scenario } = await begin('repeated')
    await standsOn(invoice, 'rest')
    await draw(id, { ...twoMails(), rest: rest(20, 'second') })
    const { hash } = await publish(id, [{ node: 'rest', action: 'follow' }])
    await settled(id)
    const before = await standsOn(invoice, 'rest')
    const late = { event: `${id}:1`, rank: 1, from: scenario, to: hash, moves: { rest: 'first' } }
    await Promise.all([1, 2].map(() => stage.door.migrate(invoice, late)))
    await stage.door.migrate(invoice, { ...late, from: hash, to: scenario })
    const { state, scenario: stands } = await stateOf(invoice)
    expect(stands).toBe(hash)
    expect(new Date(state.context.until)).toEqual(before!.nextAt)
    expect(await mails.messages(address)).toHaveLength(1)
  })

  it('that meet a file that closes at the same moment are not waited for', async () => {
    const { id, invoice } = await begin('closing')
    await standsOn(invoice, 'rest')
    await draw(id, { ...twoMails(), rest: rest(20, 'second') })
    await Promise.all([
      recordPayment({ invoice, amount: 100_000, currency: 'EUR' }, stage.operator),
      publish(id, [{ node: 'rest', action: 'follow' }]),
    ])
    await settled(id)
    await eventually(async () => (await courseOf(invoice))?.status === 'ended')
    expect(await Publication.countDocuments({ scenario: id, status: 'moving' })).toBe(0)
  })
})
