import { segments } from '@relance/sdk/facts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { invoiceStates } from '../contract/invoices.ts'
import { messageStates, taskStates } from '../contract/work.ts'
import { agedBalance } from '../domain/ageing/aged-balance.ts'
import { addDays } from '../domain/ageing/days-between.ts'
import { payerProfile } from '../domain/figures/payer-profile.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { ledgerDay, type RandomLedger, randomLedger, writeLedger } from '../testing/random-ledger.ts'
import { searchable } from './debtor-directory.ts'
import { stateOf } from './invoice-view.ts'

/** Each list against the same list made from the whole ledger in memory, one document at a time. */
let api: TestApi
let ledger: RandomLedger

const runs = { seed: 20_261_124, numRuns: 120 }

beforeAll(async () => {
  api = await startTestApi({ name: 'lists' })
  ledger = randomLedger({ items: 600, debtors: 40, messages: 250, tasks: 200, seed: 7 })
  await writeLedger(ledger)
})
afterAll(() => api.stop())

interface Query {
  readonly sort?: string
  readonly offset: number
  readonly limit: number
}

const oneOf = <T extends string>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const listed = {
  entity: oneOf(['FR', 'NORD', 'NOWHERE']),
  search: oneOf(['garage', 'ÉLOÏSE', 'menuiserie pont', 'C0001', 'FA-0001', 'fa-0003', 'f-2026', 'nobody at all', '3']),
  offset: fc.integer({ min: 0, max: 300 }),
  limit: fc.integer({ min: 1, max: 60 }),
}
const sortedBy = (names: readonly string[]) => oneOf(names.flatMap((name) => [name, `-${name}`]))

async function answerTo(path: string, query: object) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const { body } = await api.get(`${path}?${new URLSearchParams(given)}`)
  return body
}

type Fields<T> = Readonly<Record<string, (one: T) => string | number | Date | null>>

/** Ids of the page, nothing before everything, ties by id. */
function pageOf<T extends { _id: string }>(
  all: readonly T[],
  { query, fields, usual }: { query: Query; fields: Fields<T>; usual: string },
): string[] {
  const sort = query.sort ?? usual
  const field = fields[sort.replace('-', '')]!
  const compare = (a: unknown, b: unknown) => (a === b ? 0 : a === null || (b !== null && a! < b!) ? -1 : 1)
  const value = (one: T) => {
    const found = field(one)
    return found instanceof Date ? found.getTime() : found
  }
  const ordered = [...all].sort((a, b) => compare(value(a), value(b)) || compare(a._id, b._id))
  if (sort.startsWith('-')) ordered.reverse()
  return ordered.slice(query.offset, query.offset + query.limit).map(({ _id }) => _id)
}

const idsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)

/** Whether a debtor's name, code or SIREN holds every word. */
function isNamed(id: string, text: string | undefined): boolean {
  const debtor = ledger.debtors.find(({ _id }) => _id === id)!
  const words = searchable(`${debtor.name} ${debtor.code} ${debtor.siren}`)
  return searchable(text ?? '')
    .split(/\s+/)
    .every((token) => words.includes(token))
}

function sum<T>(all: readonly T[], amount: (one: T) => number): number {
  return all.reduce((total, one) => total + amount(one), 0)
}

function byCurrency(items: RandomLedger['items']): Record<string, number> {
  const currencies = [...new Set(items.map(({ currency }) => currency))]
  return Object.fromEntries(
    currencies.map((currency) => [currency, sum(items, (item) => (item.currency === currency ? item.open : 0))]),
  )
}

const invoiceFields: Fields<RandomLedger['items'][number]> = {
  dueDate: (item) => item.dueDate,
  issueDate: (item) => item.issueDate,
  daysLate: (item) => -Date.parse(item.dueDate),
  amount: (item) => item.amount,
  open: (item) => item.open,
  number: (item) => item.number,
  debtor: (item) => item.debtorName,
}

const invoiceQuery = fc.record({
  ...listed,
  state: oneOf(invoiceStates),
  segment: oneOf(segments),
  scenario: oneOf(['pme', 'eti', 'none']),
  debtor: oneOf(['FR:C00001', 'NORD:C00002', 'FR:C00003']),
  sort: sortedBy(Object.keys(invoiceFields)),
})

async function checkInvoices(): Promise<void> {
  const check = async (query: typeof invoiceQuery extends fc.Arbitrary<infer Q> ? Q : never) => {
    const { entity, search, state, segment, scenario, debtor } = query
    const expected = ledger.items.filter(
      (item) =>
        (!entity || item.entity === entity) &&
        (!segment || item.segment === segment) &&
        (!scenario || item.course?.scenario === scenario) &&
        (!debtor || item.debtor === debtor) &&
        (!state || stateOf(item as unknown as ItemDocument, ledgerDay) === state) &&
        (isNamed(item.debtor, search) ||
          item.number.startsWith(search!) ||
          item.number.startsWith(search!.toUpperCase())),
    )
    const body = await answerTo('/invoices', query)
    expect(body.total, JSON.stringify(query)).toBe(expected.length)
    expect(body.open).toEqual(byCurrency(expected))
    const page = pageOf(expected, { query, fields: invoiceFields, usual: 'dueDate' })
    if (query.sort?.endsWith('daysLate')) expect(body.items).toHaveLength(page.length)
    else expect(idsOf(body), JSON.stringify(query)).toEqual(page)
  }
  await fc.assert(fc.asyncProperty(invoiceQuery, check), runs)
}

test('the list of invoices is the ledger filtered, put in order and cut', checkInvoices)

test('it still is after 200 changes, and after some items have gone', async () => {
  for (let index = 0; index < 200; index++) {
    const item = ledger.items[(index * 7) % ledger.items.length]!
    const change = [
      { open: 0, paidDate: ledgerDay },
      { standing: 'held', held: true },
      { dueDate: addDays(item.dueDate, 20) },
      { course: null, open: item.amount },
    ][index % 4]!
    Object.assign(item, change)
    await Item.updateOne({ _id: item._id }, { $set: change })
  }
  const gone = ledger.items.filter((_, index) => index % 29 === 0).map(({ _id }) => _id)
  await Item.deleteMany({ _id: { $in: gone } })
  ledger.items = ledger.items.filter(({ _id }) => !gone.includes(_id))
  await checkInvoices()
})

test('the list of invoices by lateness shows the latest first, and backwards the others', async () => {
  const body = await answerTo('/invoices', { sort: '-daysLate', limit: 500 })
  const late = body.items.map(({ daysLate }: { daysLate: number }) => daysLate)
  expect(late).toEqual([...late].sort((a, b) => b - a))
  const backwards = await answerTo('/invoices', { sort: 'daysLate', limit: 500 })
  expect(backwards.items[0].daysLate).toBeLessThan(late.at(-1))
})

test('customers are listed with what they owe, by name or by what they owe', async () => {
  const open = (id: string, isCounted: (item: RandomLedger['items'][number]) => boolean) =>
    byCurrency(ledger.items.filter((item) => item.debtor === id && item.open !== 0 && isCounted(item)))
  const total = (amounts: Record<string, number>) => sum(Object.values(amounts), (amount) => amount)
  const fields: Fields<RandomLedger['debtors'][number]> = {
    name: ({ name }) => name,
    code: ({ code }) => code,
    open: ({ _id }) => total(open(_id, () => true)),
    overdue: ({ _id }) => total(open(_id, ({ dueDate }) => dueDate < ledgerDay)),
  }
  const debtorQuery = fc.record({ ...listed, segment: oneOf(segments), sort: sortedBy(Object.keys(fields)) })
  const check = async (query: typeof debtorQuery extends fc.Arbitrary<infer Q> ? Q : never) => {
    const { entity, segment, search } = query
    const expected = ledger.debtors.filter(
      (debtor) =>
        (!entity || debtor.entity === entity) &&
        (!segment || debtor.segment === segment) &&
        isNamed(debtor._id, search),
    )
    const body = await answerTo('/debtors', query)
    expect(body.total).toBe(expected.length)
    if (!/open|overdue/.test(query.sort ?? ''))
      expect(idsOf(body)).toEqual(pageOf(expected, { query, fields, usual: 'name' }))
    for (const debtor of body.items) expect(debtor.open).toEqual(open(debtor.id, () => true))
    const shown = body.items.map((debtor: { open: never; overdue: never }) =>
      query.sort?.endsWith('overdue') ? total(debtor.overdue) : query.sort?.endsWith('open') ? total(debtor.open) : 0,
    )
    const direction = query.sort?.startsWith('-') ? -1 : 1
    expect(shown).toEqual([...shown].sort((a, b) => direction * (a - b)))
  }
  await fc.assert(fc.asyncProperty(debtorQuery, check), runs)
})

test('messages and tasks are listed as they stand', async () => {
  const messageFields: Fields<RandomLedger['messages'][number]> = {
    createdAt: ({ createdAt }) => createdAt,
    plannedAt: ({ plannedAt }) => plannedAt,
    sentAt: ({ sentAt }) => sentAt,
    debtor: ({ debtorName }) => debtorName,
    level: ({ level }) => level,
  }
  const taskFields: Fields<RandomLedger['tasks'][number]> = {
    dueAt: ({ dueAt }) => dueAt,
    createdAt: ({ createdAt }) => createdAt,
    debtor: ({ debtorName }) => debtorName,
    level: ({ level }) => level,
    priority: ({ priority }) => priority,
  }
  const query = fc.record({
    ...listed,
    message: fc.record({ state: oneOf(messageStates), sort: sortedBy(Object.keys(messageFields)) }),
    task: fc.record({
      state: fc.constantFrom(...taskStates),
      kind: oneOf(['call', 'parked', 'missing-contact']),
      sort: sortedBy(Object.keys(taskFields)),
    }),
  })
  const check = async ({ message, task, ...common }: typeof query extends fc.Arbitrary<infer Q> ? Q : never) => {
    const concerns = (one: { entity: string; debtor: string }) =>
      (!common.entity || one.entity === common.entity) && isNamed(one.debtor, common.search)
    const messages = ledger.messages.filter((one) => concerns(one) && (!message.state || one.state === message.state))
    const ofMessages = { ...common, ...message }
    const sent = await answerTo('/messages', ofMessages)
    expect(sent.total).toBe(messages.length)
    expect(idsOf(sent)).toEqual(pageOf(messages, { query: ofMessages, fields: messageFields, usual: '-createdAt' }))
    const tasks = ledger.tasks.filter(
      (one) => concerns(one) && one.state === task.state && (!task.kind || one.kind === task.kind),
    )
    const ofTasks = { ...common, ...task }
    const work = await answerTo('/tasks', ofTasks)
    expect(work.total).toBe(tasks.length)
    expect(idsOf(work)).toEqual(pageOf(tasks, { query: ofTasks, fields: taskFields, usual: 'dueAt' }))
  }
  await fc.assert(fc.asyncProperty(query, check), runs)
})

test('the figures of a day are those of the items taken one by one', async () => {
  const query = fc.record({ entity: oneOf(['FR', 'NORD']), back: fc.integer({ min: 0, max: 400 }) })
  const check = async ({ entity, back }: typeof query extends fc.Arbitrary<infer Q> ? Q : never) => {
    const at = addDays(ledgerDay, -back)
    const items = ledger.items.filter((item) => item.currency === 'EUR' && (!entity || item.entity === entity))
    const owed = items
      .filter(
        ({ issueDate, open, paidDate }) => issueDate <= at && (open !== 0 || (paidDate !== null && paidDate > at)),
      )
      .map((item) => ({ ...item, open: item.open === 0 ? item.amount : item.open }))
    const paid = items.filter(({ type }) => type === 'invoice')
    const figures = await answerTo('/figures', { at, entity })
    expect(figures.outstanding).toBe(sum(owed, ({ open }) => open))
    expect(figures.aged).toEqual(agedBalance(owed, { at }))
    expect(figures.meanDelay).toBeCloseTo(payerProfile(paid, { at })?.meanDelay ?? 0, 6)
    const counted = (isCounted: (item: (typeof owed)[number]) => boolean) => {
      const some = owed.filter(isCounted)
      return { count: some.length, amount: sum(some, ({ open }) => open) }
    }
    expect(figures.disputes).toEqual(counted(({ dispute }) => dispute !== null))
    expect(figures.promises).toEqual(counted(({ promise }) => promise !== null))
    const inScope = (one: { entity: string }) => !entity || one.entity === entity
    expect(figures.openTasks).toBe(ledger.tasks.filter((task) => inScope(task) && task.state === 'open').length)
    const since = Date.parse(`${addDays(at, -30)}T00:00:00Z`)
    const isRecent = (sentAt: Date | null) => sentAt !== null && +sentAt >= since && +sentAt < since + 31 * 86_400_000
    expect(figures.sentLast30Days).toBe(ledger.messages.filter((one) => inScope(one) && isRecent(one.sentAt)).length)
  }
  await fc.assert(fc.asyncProperty(query, check), runs)
})
