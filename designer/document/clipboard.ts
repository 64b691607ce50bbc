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

/** Why a clipboard cannot be pasted; keys of the catalogue of words. */
export type ClipboardFault = 'empty' | 'foreign' | 'too-large' | 'damaged' | 'too-new'

/** Reads a text of the clipboard as steps, or says why it is none of ours. Nothing of a damaged fragment is taken. */
export function readFragment(text: string): Fragment | ClipboardFault {
  if (text.trim() === '') return 'empty'
  if (!text.includes('relance.fragment/')) return 'foreign'
  if (text.length > limits.bytes) return 'too-large'
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return 'damaged'
  if ('format' in value && value.format !== 'relance.fragment/1') return 'too-new'
  const { data } = fragmentSchema.safeParse(value)
  if (data === undefined) return 'damaged'
  return data.nodes.length + data.notes.length === 0 ? 'empty' : data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * A copy under new ids, unlocked, moved so that it does not hide the original. Lines to steps outside the fragment are left
 * out.
 */
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
    nodes: fragment.nodes.map(({ locked: _, ...node }) => move(node)),
    notes: fragment.notes.map(move),
    edges: fragment.edges
      .filter(({ source, target }) => renamed.has(source) && renamed.has(target))
      .map((edge) => ({ ...edge, source: renamed.get(edge.source)!, target: renamed.get(edge.target)! })),
  }
}
