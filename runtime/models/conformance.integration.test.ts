import fc from 'fast-check'
import mongoose from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { databaseUri } from '../testing/database-uri.ts'
import { Claim } from './claim.ts'
import { connectDatabase, databaseAnswers, disconnectDatabase, ensureIndexes } from './connect-database.ts'
import { insertOnce } from './duplicate-key.ts'
import { Item } from './item.ts'
import { Pulse } from './pulse.ts'
import { readPage } from './read-page.ts'
import { ScenarioVersion } from './scenario-version.ts'

/**
 * What Relance relies on, and nothing else: whatever server is configured must pass. No transactions, sessions, change
 * streams, pipeline updates or regular expressions appear here because none is used.
 */
const item = (number: number, changes: object = {}) => ({
  _id: `FR:${number}:2026`,
  entity: 'FR',
  number: String(number),
  type: 'invoice' as const,
  debtor: `FR:C${number % 3}`,
  debtorCode: `C${number % 3}`,
  debtorName: 'Menuiserie Aubrac',
  segment: 'pme' as const,
  issueDate: '2026-01-05',
  dueDate: `2026-02-${String((number % 28) + 1).padStart(2, '0')}`,
  amount: 1_000,
  open: 1_000,
  currency: number % 2 ? 'EUR' : 'USD',
  ...changes,
})

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

beforeAll(() => connectDatabase(databaseUri('conformance')))
afterAll(disconnectDatabase)
beforeEach(() => Item.deleteMany({}))

describe('Claims', () => {
  test('of 60 workers that claim one send at the same moment, one gets it', async () => {
    const claim = (index: number) => () =>
      Claim.create({ _id: 'send-1', message: `worker ${index}`, claimedAt: new Date() })
    const won = await Promise.all(many(60, (index) => insertOnce(claim(index))))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await Claim.countDocuments({ _id: 'send-1' })).toBe(1)
  })

  test('two versions of one scenario never bear the same number', async () => {
    const version = (id: string) => ({
      _id: id,
      scenario: 'pme',
      version: 1,
      document: {},
      compiled: {},
      publishedAt: new Date(),
      publishedBy: 'DAF',
    })
    const won = await Promise.all(
      many(10, (index) => insertOnce(() => ScenarioVersion.create(version(`hash-${index}`)))),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
  })

  test('a batch with one taken key keeps the others', async () => {
    await Item.create(item(1))
    const batch = Item.insertMany([item(1), item(2), item(3)], { ordered: false })
    await expect(batch).rejects.toMatchObject({ code: 11_000 })
    expect(await Item.countDocuments({})).toBe(3)
  })
})

describe('One document changes at once or not at all', () => {
  test('100 deductions of 10 from 1 000, guarded by the balance, leave exactly nothing', async () => {
    await Item.create(item(1))
    const deduct = (index: number) =>
      Item.updateOne(
        { _id: 'FR:1:2026', open: { $gte: 10 }, 'payments.id': { $ne: `p${index}` } },
        { $inc: { open: -10 }, $push: { payments: { id: `p${index}`, amount: 10 } } },
      )
    const results = await Promise.all([...many(100, deduct), ...many(100, deduct)])
    const after = await Item.findById('FR:1:2026').lean()
    expect(results.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(100)
    expect({ open: after?.open, payments: after?.payments.length }).toEqual({ open: 0, payments: 100 })
  })

  test('a guarded change answers with the document it made, and with nothing when the guard no longer holds', async () => {
    await Item.create(item(1))
    const guarded = () =>
      Item.findOneAndUpdate(
        { _id: 'FR:1:2026', dispute: null },
        { $set: { dispute: { id: 'd1' } }, $push: { outbox: { id: 'd1', at: new Date(0) } } },
        { returnDocument: 'after' },
      ).lean()
    expect((await guarded())?.dispute).toEqual({ id: 'd1' })
    expect(await guarded()).toBeNull()
    await Item.updateOne({ _id: 'FR:1:2026' }, { $pull: { outbox: { id: 'd1' } } })
    expect((await Item.findById('FR:1:2026').lean())?.outbox).toEqual([])
  })

  test('what is missing counts as null, and what is not null is not missing', async () => {
    await Item.collection.insertOne({ _id: 'bare' as never, open: 1 })
    await Item.create(item(2, { dispute: { id: 'd' }, promise: { id: 'p', date: '2026-03-01' } }))
    const ids = async (filter: object) => (await Item.find(filter, { _id: 1 }).lean()).map(({ _id }) => _id)
    expect(await ids({ dispute: null })).toEqual(['bare'])
    expect(await ids({ dispute: { $ne: null } })).toEqual(['FR:2:2026'])
    expect(await ids({ 'dispute.id': null })).toEqual(['bare'])
    expect(await ids({ held: { $ne: true } })).toHaveLength(2)
    expect(await ids({ 'promise.date': { $gt: '' } })).toEqual(['FR:2:2026'])
    expect(await ids({ 'outbox.id': { $gt: '' } })).toEqual([])
  })

  test('a counter raised by many processes counts every one', async () => {
    const raise = () => Pulse.updateOne({ _id: 'counter' }, { $inc: { beats: 1 } }, { upsert: true })
    await raise()
    await Promise.all(many(50, raise))
    expect((await Pulse.findById('counter').lean())?.beats).toBe(51)
  })

  test('a write to the ledger is told to whoever watches, once for many', async () => {
    const beats = async () => (await Pulse.findById('invoices').lean())?.beats ?? 0
    await new Promise((resolve) => setTimeout(resolve, 600))
    const before = await beats()
    await Promise.all(many(30, (index) => Item.create(item(index))))
    await expect.poll(beats, { timeout: 3_000 }).toBeGreaterThan(before)
    expect(await beats()).toBeLessThan(before + 10)
  })

  test('of 20 editors who save the same revision, one succeeds', async () => {
    await Item.create(item(1, { brokenPromises: 7 }))
    const save = () => Item.updateOne({ _id: 'FR:1:2026', brokenPromises: 7 }, { $inc: { brokenPromises: 1 } })
    const results = await Promise.all(many(20, save))
    expect(results.filter(({ matchedCount }) => matchedCount === 1)).toHaveLength(1)
  })
})

describe('Sums and lists', () => {
  test('sums by currency and by condition are those of the ledger', async () => {
    await Item.insertMany(many(40, (index) => item(index, { open: index % 4 === 0 ? 0 : 100 })))
    const sums = await Item.aggregate<{ _id: string; count: number; open: number; late: number }>([
      { $match: { open: { $ne: 0 }, debtor: { $in: ['FR:C0', 'FR:C1', 'FR:C2'] } } },
      {
        $group: {
          _id: '$currency',
          count: { $sum: 1 },
          open: { $sum: '$open' },
          late: { $sum: { $cond: [{ $lt: ['$dueDate', '2026-02-15'] }, '$open', 0] } },
        },
      },
    ])
    const eur = many(40, (index) => index).filter((index) => index % 2 === 1)
    const late = eur.filter((index) => (index % 28) + 1 < 15)
    expect(sums.find(({ _id }) => _id === 'EUR')).toEqual({
      _id: 'EUR',
      count: eur.length,
      open: eur.length * 100,
      late: late.length * 100,
    })
  })

  test('groups by several fields and by conditions keep them apart', async () => {
    await Item.insertMany(many(12, (index) => item(index, index % 3 === 0 ? { dispute: { id: 'd' } } : {})))
    const groups = await Item.aggregate<{ _id: { debtor: string; disputed: boolean }; count: number }>([
      { $match: {} },
      {
        $group: {
          _id: { debtor: '$debtor', disputed: { $gt: ['$dispute.id', null] } },
          count: { $sum: 1 },
        },
      },
    ])
    expect(groups.map(({ _id, count }) => [_id.debtor, _id.disputed, count]).sort()).toEqual([
      ['FR:C0', true, 4],
      ['FR:C1', false, 4],
      ['FR:C2', false, 4],
    ])
  })

  test('pages of a sorted list follow each other without a gap, forwards and backwards, read twice', async () => {
    await Item.insertMany(many(95, (index) => item(index)))
    for (const [sort, compare] of [
      ['dueDate', 1],
      ['-dueDate', -1],
    ] as const) {
      const pages = []
      for (const _round of [1, 2]) {
        for (let offset = 0; offset < 100; offset += 10) {
          const page = await readPage<{ _id: string; dueDate: string }>(Item as never, {
            filter: {},
            sort,
            offset,
            limit: 10,
          })
          pages.push(...page)
        }
      }
      const once = pages.slice(0, 95)
      expect(new Set(once.map(({ _id }) => _id)).size).toBe(95)
      expect(pages.slice(95).map(({ _id }) => _id)).toEqual(once.map(({ _id }) => _id))
      expect(
        once.every(
          ({ dueDate }, index) => index === 0 || once[index - 1]!.dueDate.localeCompare(dueDate) * compare <= 0,
        ),
      ).toBe(true)
    }
  })

  test('a list sorted by a date that some lack leaves none of them out', async () => {
    await Item.insertMany(many(20, (index) => item(index, { paidDate: index % 2 ? '2026-03-01' : null })))
    for (const sort of ['paidDate', '-paidDate']) {
      const page = await readPage(Item as never, { filter: {}, sort, offset: 0, limit: 50 })
      expect(page).toHaveLength(20)
    }
    expect(await readPage(Item as never, { filter: { entity: 'none' }, sort: 'dueDate', offset: 0, limit: 5 })).toEqual(
      [],
    )
  })

  test('an invoice is found by the beginning of its number', async () => {
    await Item.insertMany([item(1, { number: 'F-100' }), item(2, { number: 'F-1001' }), item(3, { number: 'F-20' })])
    const found = await Item.find({ number: { $gte: 'F-100', $lt: 'F-100\uffff' } }).lean()
    expect(found.map(({ number }) => number).sort()).toEqual(['F-100', 'F-1001'])
  })
})

describe('Searches by an indexed field', () => {
  /** Everything that the fields of an index may hold here, missing and lists included. */
  const value = fc.oneof(
    fc.constantFrom(null, undefined, true, false),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(-0.5, 2.5, 9_007_199_254_740_991),
    fc.constantFrom('', 'a', 'ab', 'b', 'é', 'F-10', 'F-100'),
    fc.constantFrom(-1, 0, 1).map((day) => new Date(day * 86_400_000)),
    fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 3 }),
    fc.constant({ inner: 1 }),
  )
  const scalar = value.filter((it) => it !== undefined && !Array.isArray(it) && !(it && (it as { inner?: 1 }).inner))
  const ordered = scalar.filter((it) => it !== null && typeof it !== 'boolean')
  const condition = fc.oneof(
    scalar,
    scalar.map(($eq) => ({ $eq })),
    fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
    fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), ordered).map(([is, bound]) => ({ [is]: bound })),
    scalar.map(($ne) => ({ $ne })),
  )
  const query = fc.oneof(
    condition.map((v) => ({ v })),
    fc.tuple(condition, condition).map(([v, w]) => ({ $and: [{ v }, { w }] })),
    fc.tuple(fc.integer({ min: 0, max: 30 }), condition).map(([_id, v]) => ({ _id, v })),
    fc.tuple(condition, condition).map(([v, w]) => ({ $or: [{ v }, { w }] })),
  )

  const sums = {
    count: { $sum: 1 },
    total: { $sum: { $cond: [{ $lt: ['$w', 100] }, '$w', 0] } },
    late: { $sum: { $cond: [{ $gte: ['$v', new Date(0)] }, 1, 0] } },
  }
  const group = fc.constantFrom(
    { _id: '$w', ...sums },
    { _id: { w: '$w', known: { $gt: ['$v.inner', null] } }, ...sums },
    { _id: { $cond: [{ $eq: ['$v', null] }, 'none', 'some'] }, ...sums },
    { _id: 1, ...sums },
  )
  const page = fc.record({
    sort: fc.tuple(fc.constantFrom('v', 'w'), fc.constantFrom(1 as const, -1 as const)),
    skip: fc.integer({ min: 0, max: 30 }),
    limit: fc.integer({ min: 1, max: 12 }),
  })

  test('find, put in order, count and sum exactly what reading everything does, after changes and deletions too', async () => {
    const plain = mongoose.connection.collection('plain')
    const indexed = mongoose.connection.collection('indexed')
    await indexed.createIndexes([
      { key: { v: 1, w: 1 }, name: 'v' },
      { key: { w: 1 }, name: 'w' },
      { key: { 'v.inner': 1 }, name: 'inner' },
    ])
    // A server refuses to index two lists of one document by one index.
    const record = fc.record({ v: value, w: value.filter((it) => !Array.isArray(it)) })
    const change = fc.tuple(fc.integer({ min: 0, max: 29 }), fc.option(record))
    const setup = fc.tuple(
      fc.array(record, { minLength: 30, maxLength: 30 }),
      fc.array(change, { maxLength: 8 }),
      fc.array(fc.tuple(query, page, group), { minLength: 12, maxLength: 12 }),
    )
    await fc.assert(
      fc.asyncProperty(setup, async ([records, changes, questions]) => {
        for (const side of [plain, indexed]) {
          await side.deleteMany({})
          await side.insertMany(records.map((fields, _id) => ({ ...fields, _id: _id as never })) as never[], {
            ignoreUndefined: true,
          })
          for (const [id, fields] of changes) {
            if (fields) await side.replaceOne({ _id: id as never }, fields, { ignoreUndefined: true })
            else await side.deleteOne({ _id: id as never })
          }
        }
        for (const [filter, { sort, skip, limit }, group] of questions) {
          const answers = async (side: typeof plain) => {
            const found = side.find(filter as never, { projection: { _id: 1 } })
            const ids = (await found.toArray()).map(({ _id }) => Number(_id)).sort((a, b) => a - b)
            const [field, direction] = sort
            const paged = side.find(filter as never).sort({ [field]: direction, _id: direction })
            const groups = await side.aggregate([{ $match: filter }, { $group: group }]).toArray()
            return {
              ids,
              page: await paged.skip(skip).limit(limit).toArray(),
              count: await side.countDocuments(filter as never),
              groups: groups.map((one) => JSON.stringify(one)).sort(),
            }
          }
          expect(await answers(indexed), JSON.stringify({ filter, sort, group })).toEqual(await answers(plain))
        }
      }),
      { seed: 20_260_318, numRuns: 40 },
    )
  })
})

describe('The connection', () => {
  test('indexes may be asked for again', async () => {
    await ensureIndexes()
    expect(await databaseAnswers()).toBe(true)
  })

  test('no session and no retryable write is used: the embedded server has neither', () => {
    expect(mongoose.connection.getClient().options.retryWrites).toBe(false)
  })

  test('names with dots, accents, slashes and 2 000 letters are kept as they are', async () => {
    const id = `FR:F/2026.é ${'x'.repeat(2_000)}:2026`
    await Item.create(item(1, { _id: id }))
    expect((await Item.findById(id).lean())?._id).toBe(id)
  })
})
