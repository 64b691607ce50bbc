import { readFile } from 'node:fs/promises'
import { registry } from '@relance/nodes/registry'
import { compile } from '../machine/compile.ts'
import { metaOf } from '../machine/describe.ts'
import { Item } from '../models/item.ts'
import { randomLedger, writeLedger } from '../testing/random-ledger.ts'
import { type ApiBed, withApi } from './api-bed.ts'
import { milliseconds } from './bed.ts'
import { median, percentile, type Row } from './report.ts'

interface Drawing {
  readonly id: string
  readonly nodes: readonly { readonly id: string; readonly settings: Readonly<Record<string, unknown>> }[]
}

const budget = 1_000
const rounds = 20
const warmUp = 3

/** What a publication would do, asked while files stand on every wait of the version in force: the question that its dialog opens with. */
export async function benchImpact({ invoices = 20_000 }: { invoices?: number } = {}): Promise<Row[]> {
  return withApi(async ({ ask }) => {
    const path = new URL('../../examples/scenarios/pme.json', import.meta.url)
    // With a segment the publication would enrol what is open; the files are written as if it had.
    const drawn: Drawing = { ...JSON.parse(await readFile(path, 'utf8')), segment: null }
    await ask('/scenarios', { document: drawn })
    await ask(`/scenarios/${drawn.id}/publish`, { note: 'bench' })
    await writeFiles(drawn, invoices)
    await ask('/scenarios', { document: slowed(drawn), revision: 1 })
    return [await impactRow(ask, { path: `/scenarios/${drawn.id}/impact`, invoices })]
  })
}

async function impactRow(ask: ApiBed['ask'], { path, invoices }: { path: string; invoices: number }): Promise<Row> {
  for (let round = 0; round < warmUp; round++) await ask(path)
  const times: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round++) {
    floors.push(await milliseconds(() => ask('/entities')))
    times.push(await milliseconds(() => ask(path)))
  }
  const [p95, floor] = [percentile(times, 0.95), percentile(floors, 0.95)]
  return {
    work: `impact of a publication on ${invoices} files`,
    figure: `p95 ${p95.toFixed(0)} ms, median ${median(times).toFixed(0)}`,
    floor: `${floor.toFixed(0)} ms for the list of entities`,
    ratio: `${(p95 / floor).toFixed(0)} ×`,
    budget: `p95 < ${budget} ms`,
    kept: p95 < budget,
  }
}

/** Files of the version in force, spread over its waits. */
async function writeFiles(document: Drawing, count: number): Promise<void> {
  const compilation = compile({ document, registry })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  const { compiled } = compilation
  const waits = document.nodes.map(({ id }) => id).filter((id) => metaOf(compiled, id)?.shape === 'wait')
  const ledger = randomLedger({ items: count, debtors: count / 20, messages: 0, tasks: 0, seed: 20_261_127 })
  await writeLedger(ledger)
  const since = new Date('2026-03-01T09:00:00Z')
  for (const [index, node] of waits.entries()) {
    const ids = ledger.items.filter((_, at) => at % waits.length === index).map(({ _id }) => _id)
    const course = { scenario: document.id, version: 1, hash: compiled.hash, node, visit: 1, since }
    await Item.updateMany(
      { _id: { $in: ids } },
      {
        $set: {
          course: { ...course, scenarioName: 'PME', label: node, status: 'running', nextAt: since, reminders: 0 },
        },
      },
    )
  }
}

/** The same drawing with every wait a day longer. */
function slowed(document: Drawing): Drawing {
  const nodes = document.nodes.map((node) =>
    typeof node.settings.days === 'number'
      ? { ...node, settings: { ...node.settings, days: node.settings.days + 1 } }
      : node,
  )
  return { ...document, nodes }
}
