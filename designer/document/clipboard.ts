import {
  limits,
  type ScenarioDocument,
  scenarioEdgeSchema,
  scenarioNodeSchema,
  scenarioNoteSchema,
} from '@relance/sdk/scenario-document'
import { z } from 'zod'
import type { Position } from './commands/move.ts'
import type { Paste } from './commands/paste.ts'
import { freshId } from './fresh-id.ts'

/** What copying puts on the clipboard: plain JSON, so that it can be mailed and pasted in another window. */
const fragmentSchema = z.strictObject({
  format: z.literal('relance.fragment/1'),
  nodes: z.array(scenarioNodeSchema).max(limits.nodes),
  edges: z.array(scenarioEdgeSchema).max(limits.edges),
  notes: z.array(scenarioNoteSchema).max(limits.notes),
})
export type Fragment = z.output<typeof fragmentSchema>

export interface Selection {
  readonly nodes: readonly string[]
  readonly notes: readonly string[]
}

/** The chosen steps and notes with the lines between them. */
export function copyParts(document: ScenarioDocument, { nodes, notes }: Selection): Fragment {
  const chosen = new Set(nodes)
  return {
    format: 'relance.fragment/1',
    nodes: document.nodes.filter(({ id }) => chosen.has(id)),
    edges: document.edges.filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
    notes: document.notes.filter(({ id }) => notes.includes(id)),
  }
}

/** Reads a text of the clipboard; null when it is not ours. */
export function readFragment(text: string): Fragment | null {
  if (text.length > limits.bytes || !text.includes('relance.fragment/1')) return null
  try {
    return fragmentSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A copy under new ids, moved so that it does not hide the original. Lines to steps outside the fragment are left out. */
export function freshCopy(
  fragment: Fragment,
  { document, shift, type }: { document: ScenarioDocument; shift: Position; type: Paste['type'] },
): Paste {
  const renamed = new Map<string, string>()
  for (const { id } of [...fragment.nodes, ...fragment.notes]) {
    const stem = id.replace(/-\d+$/, '')
    renamed.set(id, freshId(stem, { document, also: [...renamed.values()] }))
  }
  const move = <T extends { id: string; position: Position }>(part: T): T => ({
    ...part,
    id: renamed.get(part.id)!,
    position: { x: part.position.x + shift.x, y: part.position.y + shift.y },
  })
  return {
    type,
    nodes: fragment.nodes.map(move),
    notes: fragment.notes.map(move),
    edges: fragment.edges
      .filter(({ source, target }) => renamed.has(source) && renamed.has(target))
      .map((edge) => ({ ...edge, source: renamed.get(edge.source)!, target: renamed.get(edge.target)! })),
  }
}
