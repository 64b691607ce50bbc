import type { z } from 'zod'
import type { Flow, flowQuerySchema } from '../contract/flow.ts'
import { Item } from '../models/item.ts'
import { StepFlow, type StepFlowDocument } from '../models/step-flow.ts'
import type { Operator } from './ports.ts'
import { findScenario } from './read-scenarios.ts'
import { running } from './versions/running-files.ts'

type Step = Flow['steps'][number]
type Counts = Pick<Step, 'standing' | 'disputed' | 'waiting' | 'parked'>
const dayMs = 86_400_000

/** How many files stand on each step, what went through it and what came in after it; refused as `not-found`. */
export async function readFlow(
  id: string,
  { days }: z.output<typeof flowQuerySchema>,
  { ports }: Pick<Operator, 'ports'>,
): Promise<Flow> {
  await findScenario(id)
  const since = new Date(ports.now().getTime() - (days - 1) * dayMs).toISOString().slice(0, 10)
  const [stand, rows] = await Promise.all([
    standing(id),
    StepFlow.find({ scenario: id, day: { $gte: since } }).lean<StepFlowDocument[]>(),
  ])
  const nodes = new Set([...stand.keys(), ...rows.map(({ node }) => node)])
  return { since, steps: [...nodes].map((node) => stepFlow(node, { counts: stand.get(node), rows })) }
}

function stepFlow(node: string, { counts, rows }: { counts?: Counts; rows: readonly StepFlowDocument[] }): Step {
  const own = rows.filter((row) => row.node === node)
  return {
    node,
    ...(counts ?? { standing: 0, disputed: 0, waiting: 0, parked: 0 }),
    entered: own.reduce((sum, row) => sum + (row.entered ?? 0), 0),
    left: sumOf(own.map(({ left }) => left)),
    recovered: sumOf(own.map(({ recovered }) => recovered)),
  }
}

function sumOf(parts: readonly unknown[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const part of parts) {
    for (const [key, value] of Object.entries((part ?? {}) as Record<string, number>)) {
      sums[key] = (sums[key] ?? 0) + value
    }
  }
  return sums
}

async function standing(scenario: string): Promise<Map<string, Counts>> {
  const one = (field: string, value: string) => ({ $sum: { $cond: [{ $eq: [field, value] }, 1, 0] } })
  const rows = await Item.aggregate<{ _id: string | null; confirm: number; person: number } & Omit<Counts, 'waiting'>>([
    { $match: running(scenario) },
    {
      $group: {
        _id: '$course.node',
        standing: { $sum: 1 },
        disputed: one('$standing', 'disputed'),
        confirm: one('$course.status', 'waiting-confirmation'),
        person: one('$course.status', 'waiting-person'),
        parked: one('$course.status', 'parked'),
      },
    },
  ])
  return new Map(
    rows.flatMap(({ _id, confirm, person, standing: files, disputed, parked }) =>
      _id === null ? [] : [[_id, { standing: files, disputed, parked, waiting: confirm + person }]],
    ),
  )
}
