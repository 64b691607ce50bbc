import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { ItemDocument } from '../../models/item.ts'
import { raiseFlow } from '../../models/step-flow.ts'
import type { CourseNote, Trace } from '../../workflows/file-activities.ts'

interface Passing {
  readonly item: Pick<ItemDocument, 'course'>
  readonly course: CourseNote
  readonly trace: Trace
  /** The version that the file is on now. */
  readonly version: { readonly scenario: string; readonly document: ScenarioDocument }
}

/**
 * Counts that a file reached a step and left the one before. A repeated activity finds the file standing there already and
 * counts nothing.
 */
export async function countFlow({ item, course, trace, version }: Passing): Promise<void> {
  const { scenario } = version
  const { node = null, visit, since } = course
  const before = trace.opening ? null : item.course
  const entersAnew = visit !== undefined && visit !== before?.visit
  const ends = course.status === 'ended' && before?.status !== 'ended'
  if (!entersAnew && !ends) return
  const at = since === undefined ? new Date() : new Date(since)
  const from = before?.node ?? null
  if (from !== null && from !== node) {
    await raiseFlow(
      { scenario: before!.scenario, node: from, at },
      { [`left.${reasonOf({ course, trace, from, version })}`]: 1 },
    )
  }
  if (node !== null && entersAnew) await raiseFlow({ scenario, node, at }, { entered: 1 })
}

/** Why the step was left: a payment or a move of versions, else its outcome, else the line that was followed. */
function reasonOf({
  course,
  trace,
  from,
  version: { document },
}: Pick<Passing, 'course' | 'trace' | 'version'> & { from: string }): string {
  const kinds = new Set(trace.notes.map(({ kind }) => kind))
  if (kinds.has('thanks-begun')) return 'paid'
  if (kinds.has('file-moved')) return 'moved'
  if (course.lastOutcome) return course.lastOutcome
  const line = document.edges.find(({ source, target }) => source === from && target === course.node)
  return line?.port ?? 'ended'
}
