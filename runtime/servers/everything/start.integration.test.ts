import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningRelance, relance, startRelance, survivors } from '../../testing/start-relance.ts'
import { readRunning } from '../home/running-record.ts'
import { memoryOf } from '../process/memory-of.ts'
import { waitUntil } from '../process/wait-until.ts'
import { pageAnswers } from './page-answers.ts'

const startTimeout = 300_000

let home: string
let running: RunningRelance

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-start-'))
  running = await startRelance(home)
}, startTimeout)

afterAll(async () => {
  await running?.signal('SIGTERM')
  await rm(home, { recursive: true })
})

const environment = () => readRunning(home)!.environment

async function inDatabase<T>(use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(environment().MONGODB_URI!)
  try {
    return await use(client)
  } finally {
    await client.close()
  }
}

async function inTemporal<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: environment().TEMPORAL_ADDRESS! })
  try {
    return await use(new Client({ connection }))
  } finally {
    await connection.close()
  }
}

test('one command brings the page, the caught e-mails and a healthy service', async () => {
  await waitUntil(() => pageAnswers(running.page), { timeout: 60_000 })
  expect(running.output()).toMatch(/Caught e-mails: http:\/\/localhost:\d+/)
  expect(running.output().match(/Relance is ready/g)).toHaveLength(1)
})

test('all that runs fits in one and a half gigabytes', async () => {
  const processes = await memoryOf([running.pid])
  const total = processes.reduce((sum, { rss }) => sum + rss, 0)
  expect(total).toBeLessThan(1.5 * 1024 ** 3)
})

test('a second start on the same data is refused with one line that says where the first one is', async () => {
  const { code, text } = await relance(['start'], { RELANCE_HOME: home, PORT: '0' })
  expect(code).toBe(1)
  expect(text.trim()).toBe(
    `Relance is already running on ${home} (process ${running.pid}, ${running.page}). Stop it, or name another folder in RELANCE_HOME.`,
  )
})

test('a port that another program holds is named with the way round it, and nothing is started', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
  })
  const elsewhere = await mkdtemp(join(tmpdir(), 'relance-busy-'))
  const { code, text } = await relance(['start'], { RELANCE_HOME: elsewhere, PORT: `${port}` })
  other.close()
  await rm(elsewhere, { recursive: true })
  expect({ code, text: text.trim() }).toEqual({
    code: 1,
    text: `Port ${port} is already in use. Stop the program that holds it or choose another: PORT=${port + 1} npm start`,
  })
})

test.each(['main-api', 'main-worker'])('%s that is killed is back by itself', async (program) => {
  const find = async () => (await memoryOf([running.pid])).find(({ command }) => command.includes(program))?.pid ?? 0
  const before = await find()
  process.kill(before, 'SIGKILL')
  const isBack = async () => {
    const now = await find()
    const published = readRunning(home)!.children.some(({ pid }) => pid === now)
    if (now === before || !published) throw new Error('not back yet')
    await pageAnswers(running.page)
  }
  await waitUntil(isBack, { timeout: 60_000 })
  expect(running.output()).toContain('starting it again')
})

test(
  'after Ctrl-C nothing is left running, and the next start finds ledger and running files as they were',
  async () => {
    await inDatabase((client) => client.db().collection<{ _id: string }>('trial').insertOne({ _id: 'kept' }))
    await inTemporal((client) => client.workflow.start('trial', { taskQueue: 'nobody', workflowId: 'kept' }))
    const processes = await running.processes()
    const from = Date.now()
    expect(await running.signal('SIGINT')).toBe(0)
    expect(Date.now() - from).toBeLessThan(10_000)
    expect(await survivors(processes, 1_000)).toEqual([])
    running = await startRelance(home)
    expect(running.output()).not.toMatch(/building|download/)
    expect(await inDatabase((client) => client.db().collection<{ _id: string }>('trial').countDocuments())).toBe(1)
    expect(await inTemporal((client) => client.workflow.getHandle('kept').describe())).toMatchObject({
      status: { name: 'RUNNING' },
    })
  },
  startTimeout,
)

test(
  'killed outright, it leaves no server behind and the next start recovers',
  async () => {
    const processes = await running.processes()
    await running.signal('SIGKILL')
    expect(await survivors(processes, 10_000)).toEqual([])
    running = await startRelance(home)
    await pageAnswers(running.page)
    expect(await inDatabase((client) => client.db().collection<{ _id: string }>('trial').countDocuments())).toBe(1)
  },
  startTimeout,
)
