import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Delivery, Outgoing } from '../../channels/channel.ts'
import { connectDatabase, disconnectDatabase } from '../../models/connect-database.ts'
import { Desk } from '../../models/desk.ts'
import { Event } from '../../models/event.ts'
import { Message } from '../../models/message.ts'
import { databaseUri } from '../../testing/database-uri.ts'
import type { DeskRequest } from '../../workflows/protocol.ts'
import type { Services } from '../services.ts'
import { writeDebtor, writeEntity, writeInvoice } from '../testing/company.ts'
import { always } from '../testing/documents.ts'
import { readDesk } from './desk-view.ts'
import { sendAtOnce } from './send-at-once.ts'
import { DeskTaken, layOnDesk, takeDesk } from './take-desk.ts'

beforeAll(async () => {
  await connectDatabase(databaseUri('at-once'))
  await writeEntity()
})
afterAll(disconnectDatabase)

const taken: Outgoing[] = []
const rechecked: string[] = []
beforeEach(() => {
  taken.length = 0
  rechecked.length = 0
})

const policy = {
  ...{ minimumContactDelay: 7, contactHours: always, stopRules: { dispute: true, promise: true } },
}

/** A worker whose provider answers as told once it has the content. */
const servicesWith = (answer: Delivery = { result: 'sent', providerId: 'ok' }) =>
  ({
    ...{ now: () => new Date(), claimLimit: 240_000, log: { info: () => {}, warn: () => {} } },
    scenarios: { get: async () => ({ document: { policy } }) },
    signals: { recheck: async (debtor: string) => void rechecked.push(debtor) },
    email: {
      async send(letter: Outgoing, { lastLook }: { lastLook: () => Promise<boolean> }) {
        if (!(await lastLook())) return { result: 'withheld' }
        if (answer.result === 'sent') taken.push(letter)
        return answer
      },
    },
  }) as unknown as Services

const requestOf = (item: string, changes: Partial<DeskRequest> = {}): DeskRequest => ({
  ...{ key: `${item}/version/remind/1`, round: 0, item, scenario: 'version', node: 'remind', visit: 1 },
  ...{ phase: 'course', medium: 'email', role: 'accounts-payable', template: 'reminder-neutral', level: 1 },
  ...{ confirmation: 'automatic', ...changes },
})

const course = { scenario: 'pme', version: 1, hash: 'version', node: 'remind', visit: 1, status: 'running' }
const asleep = { ...course, node: 'pause', nextAt: new Date(Date.now() + 5 * 86_400_000) }
const kindsOf = async (debtor: string) => (await Event.find({ debtor }).lean()).map(({ kind }) => kind).sort()

it('a reminder that nothing stands in the way of leaves at once, claimed and written down, and leaves the desk empty', async () => {
  const { id: debtor } = await writeDebtor()
  const invoice = await writeInvoice(debtor, { course })
  expect(await sendAtOnce(servicesWith())(requestOf(invoice), { debtor })).toBe('sent')
  expect(taken).toHaveLength(1)
  expect(await Message.findOne({ debtor }).lean()).toMatchObject({ state: 'sent', providerId: 'ok' })
  const desk = await Desk.findById(debtor).lean()
  expect(desk).toMatchObject({ messages: [], takenUntil: null })
  expect(desk?.lastContactAt).toBeInstanceOf(Date)
  expect(await kindsOf(debtor)).toEqual(['message-prepared', 'message-sent'])
})

it('of two invoices of one customer that ask in the same instant one writes; the other is left to the desk, for another day', async () => {
  const { id: debtor } = await writeDebtor()
  const invoices = [await writeInvoice(debtor, { course: asleep }), await writeInvoice(debtor, { course: asleep })]
  const send = sendAtOnce(servicesWith())
  const asked = invoices.map((invoice) => requestOf(invoice, { node: 'pause' }))
  const outcomes = await Promise.all(asked.map((request) => send(request, { debtor })))
  expect([...outcomes].sort()).toEqual(['not-begun', 'sent'])
  const [left] = asked.filter((_, index) => outcomes[index] === 'not-begun')
  expect(await send(left!, { debtor })).toBe('not-begun')
  expect(taken).toHaveLength(1)
})

it.each([
  ['a person is to confirm it', { confirmation: 'manual' }, {}],
  ['another invoice of the customer is about to wake', {}, { nextAt: new Date(Date.now() + 60_000) }],
  ['another invoice of the customer is in the middle of a step', {}, { nextAt: null }],
])('a reminder is left to the desk when %s', async (_why, request, other) => {
  const { id: debtor } = await writeDebtor()
  const invoice = await writeInvoice(debtor, { course })
  await writeInvoice(debtor, { course: { ...asleep, ...other } })
  expect(await sendAtOnce(servicesWith())(requestOf(invoice, request as never), { debtor })).toBe('not-begun')
  expect(taken).toHaveLength(0)
})

it('what the provider refuses for now waits on the desk, which is free again and told of it', async () => {
  const { id: debtor } = await writeDebtor()
  const invoice = await writeInvoice(debtor, { course })
  const services = servicesWith({ result: 'refused', retry: true, reason: 'greylisted' })
  expect(await sendAtOnce(services)(requestOf(invoice), { debtor })).toBe('left-to-desk')
  const message = await Message.findOne({ debtor }).lean()
  expect(message).toMatchObject({ state: 'queued', reason: 'provider-refused' })
  expect(await Desk.findById(debtor).lean()).toMatchObject({ messages: [message!._id], takenUntil: null })
  expect(rechecked).toEqual([debtor])
})

it('while a file sends from a desk nobody else reads it or lays a message on it, until its time is over', async () => {
  const { id: debtor } = await writeDebtor()
  const now = new Date()
  const until = new Date(now.getTime() + 1_000)
  expect(await takeDesk(debtor, { message: 'm-1', until })).toEqual({ lastContactAt: null })
  expect(await takeDesk(debtor, { message: 'm-2', until })).toBeNull()
  await expect(readDesk(debtor, { about: [], now })).rejects.toThrow(DeskTaken)
  await expect(layOnDesk(debtor, { message: 'm-2', now })).rejects.toThrow(DeskTaken)
  await layOnDesk(debtor, { message: 'm-2', now: until })
  expect((await Desk.findById(debtor).lean())?.messages).toEqual(['m-1', 'm-2'])
})
