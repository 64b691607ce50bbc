import type { z } from 'zod'
import type { SegmentFiles, segmentFilesQuerySchema } from '../../contract/segment.ts'
import type { ImpactStep } from '../../contract/versions.ts'
import type { Operator } from '../ports.ts'
import { impactStep } from '../versions/impact-step.ts'
import { targetsOf } from '../versions/read-versions.ts'
import { filesElsewhere, runningOf } from './files-elsewhere.ts'

type Query = z.output<typeof segmentFilesQuerySchema>

/** Which files of a customer follow another scenario than that of its segment, step by step, and where they could go. */
export async function readSegmentFiles(
  id: string,
  { moves = '' }: Query,
  { ports }: Pick<Operator, 'ports'>,
): Promise<SegmentFiles> {
  const { to, rows } = await filesElsewhere(id)
  if (!to) return { scenario: null, others: [], targets: [] }
  const others = new Map<string, { scenario: string; name: string; files: number; steps: ImpactStep[] }>()
  for (const row of rows) {
    const { id: scenario, name } = row.from.document
    const other = others.get(scenario) ?? { scenario, name, files: 0, steps: [] }
    const asked = targetsAsked(moves, scenario)
    const step = await impactStep(row, { to, asked, files: runningOf(id), ports })
    others.set(scenario, { ...other, files: other.files + step.files, steps: [...other.steps, step] })
  }
  const { document, version } = to
  return {
    scenario: { id: document.id, name: document.name, version },
    others: [...others.values()],
    targets: targetsOf(to, ports.registry),
  }
}

/** Targets by `version.node`, of one scenario. */
function targetsAsked(moves: string, scenario: string): ReadonlyMap<string, string> {
  const prefix = `${scenario}.`
  const own = moves.split(',').filter((move) => move.startsWith(prefix))
  return new Map(own.map((move) => move.slice(prefix.length).split(':') as [string, string]))
}
