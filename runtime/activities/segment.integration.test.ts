import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Event } from '../models/event.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Task } from '../models/task.ts'
import { confirmMessages } from '../operations/decide-messages.ts'
import { enrolItems } from '../operations/enrol-files.ts'
import { readCustomerHistory } from '../operations/read-customer-history.ts'
import { liftRestraint, restrain } from '../operations/restrain.ts'
import { moveSegmentFiles } from '../operations/segment/move-segment-files.ts'
import { readSegmentFiles } from '../operations/segment/read-segment-files.ts'
import { saveSegment } from '../operations/segment/save-segment.ts'
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
    databaseUri: databaseUri('segment'),
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
const kindsOf = async (invoice: string) => (await Event.find({ invoice }).lean()).map(({ kind }) => kind)

const end: Step = { kind: 'end', settings: { reason: 'exhausted' } }

/** A customer of the SME segment with a file under way, and another scenario for mid-caps. */
async function begin(name: string, { confirmation = 'automatic' } = {}) {
  const [sme, midCap] = [`${name}-pme`, `${name}-eti`]
  const steps = { first: mail('reminder-neutral', 'rest', confirmation), rest: rest(30, 'end'), end }
  const scenario = await stage.publish(document(sme, steps))
  const others = { first: mail('reminder-neutral', 'pause'), pause: rest(45, 'end'), end }
  await stage.publish({ ...document(midCap, others), segment: 'eti' })
  const { id: debtor, address } = await writeDebtor()
  const invoice = await writeInvoice(debtor)
  return { sme, midCap, scenario, debtor, address, invoice }
}
const start = ({ invoice, scenario }: { invoice: string; scenario: string }) =>
  stage.door.start({ item: invoice, scenario })
const toMidCaps = (debtor: string) => saveSegment(debtor, { segment: 'eti' }, stage.operator)

describe('a customer who is moved to another segment', () => {
  it('keeps its files on their scenario, and its new invoices take the one of the segment', async () => {
    const begun = await begin('kept')
    const { debtor, invoice, sme, midCap } = begun
    await start(begun)
    const before = await standsOn(invoice, 'rest')
    expect((await toMidCaps(debtor)).segment).toBe('eti')
    expect(await courseOf(invoice)).toEqual(before)
    expect((await Item.findById(invoice).lean())?.segment).toBe('eti')
    const next = await writeInvoice(debtor, { segment: 'eti' })
    await enrolItems([next], stage.operator)
    await eventually(async () => (await courseOf(next))?.scenario === midCap)
    expect((await courseOf(invoice))?.scenario).toBe(sme)
  })

  it('is told in its history with who moved it and when', async () => {
    const { debtor } = await begin('told')
    await toMidCaps(debtor)
    const { items } = await readCustomerHistory(debtor)
    expect(items).toMatchObject([
      { kind: 'segment-changed', author: 'Claire Vasseur', values: { from: 'pme', to: 'eti' } },
    ])
    expect(Date.now() - Date.parse(items[0]!.at)).toBeLessThan(60_000)
  })

  it('has the file of an invoice that followed no scenario opened on that of the segment', async () => {
    const { debtor, invoice, midCap } = await begin('unfollowed')
    await toMidCaps(debtor)
    await eventually(async () => (await courseOf(invoice))?.scenario === midCap)
  })

  it('leaves with its old segment the hold on it', async () => {
    const begun = await begin('held')
    const { debtor, invoice, address } = begun
    await restrain(
      { kind: 'hold', scope: 'segment', target: 'pme', role: null, until: null, reason: 'Tarifs' } as never,
      stage.operator,
    )
    await start(begun)
    await eventually(async () => (await courseOf(invoice))?.held)
    await toMidCaps(debtor)
    await standsOn(invoice, 'rest')
    expect(await mails.messages(address)).toHaveLength(1)
    expect(await kindsOf(invoice)).toContain('file-released')
    await liftRestraint('hold:segment:pme', stage.operator)
  })
})

describe('the files that a person sends to the scenario of the new segment', () => {
  it('go to the step chosen for each, and nothing that was sent goes out again', async () => {
    const begun = await begin('sent')
    const { debtor, invoice, address, sme, midCap } = begun
    await start(begun)
    await standsOn(invoice, 'rest')
    await toMidCaps(debtor)
    const { scenario, others, targets } = await readSegmentFiles(debtor, {}, stage.operator)
    expect(scenario).toMatchObject({ id: midCap, version: 1 })
    expect(others).toMatchObject([{ scenario: sme, files: 1, steps: [{ node: 'rest', files: 1 }] }])
    expect(targets.map(({ node }) => node)).toEqual(['first', 'pause', 'end'])
    const choices = [{ scenario: sme, version: 1, node: 'rest', action: 'move' as const, to: 'first' }]
    expect(await moveSegmentFiles(debtor, { choices }, stage.operator)).toEqual({ told: 1 })
    await standsOn(invoice, 'pause')
    expect(await courseOf(invoice)).toMatchObject({ scenario: midCap, scenarioName: `Scénario ${midCap}` })
    expect(await mails.messages(address)).toHaveLength(1)
    expect(await kindsOf(invoice)).toEqual(expect.arrayContaining(['scenario-chosen', 'file-moved', 'step-skipped']))
    expect((await readSegmentFiles(debtor, {}, stage.operator)).others).toEqual([])
    const [latest] = (await readCustomerHistory(debtor)).items
    expect(latest).toMatchObject({ kind: 'files-sent', values: { files: 1, scenario: `Scénario ${midCap}` } })
  })

  it('leave once the message that they wait for has its answer', async () => {
    const begun = await begin('waiting', { confirmation: 'manual' })
    const { debtor, invoice, address, sme, midCap } = begun
    await start(begun)
    const message = await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
    await standsOn(invoice, 'first')
    await toMidCaps(debtor)
    expect((await Message.findById(message!._id).lean())?.segment).toBe('eti')
    const choices = [{ scenario: sme, version: 1, node: 'first', action: 'move' as const, to: 'pause' }]
    await moveSegmentFiles(debtor, { choices }, stage.operator)
    expect((await courseOf(invoice))?.scenario).toBe(sme)
    await confirmMessages([message!._id], stage.operator)
    await standsOn(invoice, 'pause')
    expect((await courseOf(invoice))?.scenario).toBe(midCap)
    expect(await mails.messages(address)).toHaveLength(1)
  })

  it('are given to the collector where no step fits, and may be sent on from there', async () => {
    const begun = await begin('parked')
    const { debtor, invoice, sme, midCap } = begun
    await start(begun)
    await standsOn(invoice, 'rest')
    await toMidCaps(debtor)
    const place = { scenario: sme, version: 1, node: 'rest' }
    await moveSegmentFiles(debtor, { choices: [{ ...place, action: 'park' }] }, stage.operator)
    const task = await eventually(() => Task.findOne({ debtor, kind: 'parked', state: 'open' }).lean())
    expect(task).toMatchObject({ assignee: 'collector', segment: 'eti' })
    await moveSegmentFiles(debtor, { choices: [{ ...place, action: 'move', to: 'pause' }] }, stage.operator)
    await standsOn(invoice, 'pause')
    expect(await courseOf(invoice)).toMatchObject({ scenario: midCap, parked: null })
  })

  it('are refused a step that the scenario does not have, and all of them where nothing is published', async () => {
    const begun = await begin('refused')
    const { debtor, sme } = begun
    await toMidCaps(debtor)
    const choices = [{ scenario: sme, version: 1, node: 'rest', action: 'move' as const, to: 'nowhere' }]
    await expect(moveSegmentFiles(debtor, { choices }, stage.operator)).rejects.toThrow('invalid')
    await saveSegment(debtor, { segment: 'tpe' }, stage.operator)
    await expect(moveSegmentFiles(debtor, { choices }, stage.operator)).rejects.toThrow('never-published')
  })
})
