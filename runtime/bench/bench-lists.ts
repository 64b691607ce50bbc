import { addDays } from '../domain/ageing/days-between.ts'
import { Scenario } from '../models/scenario.ts'
import { StepFlow } from '../models/step-flow.ts'
import { ledgerDay, randomLedger, writeLedger } from '../testing/random-ledger.ts'
import { withApi } from './api-bed.ts'
import { milliseconds, seconds } from './bed.ts'
import { median, percentile, type Row } from './report.ts'

const budget = 300
const rounds = 40
const warmUp = 5
const deep = 0.9

/** What is asked, by the words of the table; `N` stands for a page near the end. */
const lists = {
  'invoices, by due date': '/invoices',
  'invoices, deep page': '/invoices?offset=N',
  'invoices, by amount': '/invoices?sort=-amount',
  'invoices, by amount, deep page': '/invoices?sort=-amount&offset=N',
  'invoices, by lateness': '/invoices?sort=-daysLate',
  'invoices, by customer, deep page': '/invoices?sort=debtor&offset=N',
  'invoices, overdue': '/invoices?state=overdue&sort=-open',
  'invoices, paid': '/invoices?state=paid&sort=-daysLate',
  'invoices, disputed in one entity': '/invoices?state=disputed&entity=FR&sort=-open',
  'invoices, one segment': '/invoices?segment=eti',
  'invoices, one scenario': '/invoices?scenario=pme',
  'invoices, one customer': '/invoices?debtor=FR:C00001',
  'invoices, words': '/invoices?search=garage%20saint',
  'invoices, a number': '/invoices?search=FA-0099',
  'customers, by name': '/debtors',
  'customers, by overdue': '/debtors?sort=-overdue',
  'tasks, open': '/tasks',
  'tasks, by customer': '/tasks?sort=debtor&state=done',
  'messages, latest': '/messages',
  'messages, sent, deep page': '/messages?state=sent&offset=15000',
  'messages, words': '/messages?search=garage',
  'files by step, a month': '/scenarios/pme/flow?days=30',
  'files by step, a quarter': '/scenarios/pme/flow?days=92',
  figures: '/figures',
  'figures of one entity': '/figures?entity=FR',
  'figures of last year': '/figures?at=2025-12-31',
} as const

/** The pages that people open all day, over a large ledger on the embedded database, through HTTP. */
export async function benchLists({ invoices = 100_000 }: { invoices?: number } = {}): Promise<Row[]> {
  return withApi(async ({ ask, cpu, memory }) => {
    const idle = await cpu()
    const writing = await seconds(() => writePortfolio(invoices))
    const spent = ((await cpu()) - idle) / 1_000
    console.error(`${invoices} invoices written in ${writing.toFixed(1)} s, CPU ${spent.toFixed(1)} s`)
    const opened = await seconds(() => ask('/invoices'))
    console.error(`first list after ${opened.toFixed(1)} s`)
    const rows: Row[] = []
    for (const [words, path] of Object.entries(lists)) {
      const address = path.replace('=N', `=${Math.floor(invoices * deep)}`)
      for (let round = 0; round < warmUp; round++) await ask(address)
      const floors: number[] = []
      const times: number[] = []
      let burnt = 0
      for (let round = 0; round < rounds; round++) {
        floors.push(await milliseconds(() => ask('/entities')))
        const before = await cpu()
        times.push(await milliseconds(() => ask(address)))
        burnt += ((await cpu()) - before) / rounds
      }
      const p95 = percentile(times, 0.95)
      const floor = percentile(floors, 0.95)
      rows.push({
        work: words,
        figure: `p95 ${p95.toFixed(0)} ms, median ${median(times).toFixed(0)}, CPU ${burnt.toFixed(0)}`,
        floor: `${floor.toFixed(0)} ms for the list of entities`,
        ratio: `${(p95 / floor).toFixed(0)} ×`,
        budget: `p95 < ${budget} ms`,
        kept: p95 < budget,
      })
    }
    console.error(`memory: ${await memory()}`)
    return rows
  })
}

/** Leaves nothing of the ledger in this process, which is weighed as the API. */
async function writePortfolio(items: number): Promise<void> {
  const size = { items, debtors: Math.ceil(items / 20), messages: Math.ceil(items / 5), tasks: Math.ceil(items / 10) }
  await writeLedger(randomLedger({ ...size, seed: 20_261_124 }))
  await writeFlow()
}

/** Counters of a year for a scenario of thirty steps. */
async function writeFlow(): Promise<void> {
  await Scenario.collection.insertOne({ _id: 'pme' as never })
  const days = Array.from({ length: 366 }, (_, back) => addDays(ledgerDay, -back))
  for (const day of days) {
    const rows = Array.from({ length: 30 }, (_, step) => ({
      ...{ _id: `pme|step-${step}|${day}`, scenario: 'pme', node: `step-${step}`, day },
      ...{ entered: 12, left: { sent: 9, paid: 3 }, recovered: { EUR: 1_250_000 } },
    }))
    await StepFlow.collection.insertMany(rows as never[])
  }
}
