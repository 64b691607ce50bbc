import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import type { ServerHandle } from '../server-handle.ts'
import { findDatabase } from './find-database.ts'
import { engineOf, startDatabase } from './start-database.ts'

let home: string
let server: ServerHandle
let client: MongoClient

const invoices = () => client.db().collection<{ _id: string; open: number }>('invoices')

async function open(): Promise<void> {
  const found = await findDatabase({ ...readConfig(), engine: engineOf(home), report: () => {} })
  server = await startDatabase({ home, found })
  client = new MongoClient(server.address, { retryWrites: false, retryReads: false })
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-database-'))
  await mkdir(join(home, 'logs'))
  await open()
})

afterEach(async () => {
  await client.close()
  await server.stop()
  await rm(home, { recursive: true })
})

test('the ledger is still there after a stop and a new start, and searched by its indexes', async () => {
  await invoices().createIndex({ open: 1 })
  await invoices().insertMany([1, 2, 3].map((n) => ({ _id: `FR:F-${n}:2026`, open: n * 120_000 })))
  await client.close()
  await server.stop()
  await open()
  expect(await invoices().findOne({ _id: 'FR:F-1:2026' })).toMatchObject({ open: 120_000 })
  const owed = invoices()
    .find({ open: { $gt: 120_000 } })
    .sort({ open: -1 })
  expect((await owed.toArray()).map(({ open }) => open)).toEqual([360_000, 240_000])
})

test('the database killed in the middle of its work loses nothing that it had acknowledged', async () => {
  const acknowledged: string[] = []
  const writer = async (hand: number) => {
    for (let n = 0; ; n++) {
      const id = `FR:F-${hand}-${n}:2026`
      await invoices().insertOne({ _id: id, open: n })
      await invoices().updateOne({ _id: id }, { $set: { open: n + 1 } })
      acknowledged.push(id)
    }
  }
  const writers = Array.from({ length: 8 }, (_, hand) => writer(hand).catch(() => {}))
  while (acknowledged.length < 2_000) await new Promise((resolve) => setTimeout(resolve, 20))
  process.kill(server.pid!, 'SIGKILL')
  await server.ended
  await client.close()
  await Promise.all(writers)
  await open()
  const kept = new Map((await invoices().find().toArray()).map(({ _id, open }) => [_id, open]))
  const lost = acknowledged.filter((id) => kept.get(id) !== Number(id.split('-')[2]?.split(':')[0]) + 1)
  expect(lost).toEqual([])
})

test('of many hands that claim one reminder at the same moment, one gets it', async () => {
  const claims = client.db().collection<{ _id: string }>('claims')
  const hands = Array.from({ length: 50 }, () => claims.insertOne({ _id: 'F-1/v1/reminder/1' }))
  const outcomes = await Promise.allSettled(hands)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a file that is rewritten all day does not fill the disk', async () => {
  const text = 'x'.repeat(2_000)
  for (let round = 0; round < 40; round++) {
    const writes = Array.from({ length: 250 }, (_, n) =>
      client
        .db()
        .collection<{ _id: string; text: string }>('files')
        .updateOne({ _id: `${n}` }, { $set: { text: `${round}${text}` } }, { upsert: true }),
    )
    await Promise.all(writes)
  }
  const { size } = await stat(join(home, 'database', 'java.mv'))
  expect(size).toBeLessThan(120 * 1024 * 1024)
}, 120_000)
