import type { NodeChange, OnNodesChange } from '@xyflow/react'
import type { Selection } from '../document/clipboard.ts'
import type { FlowNode } from './flow-parts.ts'
import type { Point } from './geometry/point.ts'
import { useStudio } from './studio-context.tsx'
import type { Edits } from './use-edits.ts'
import { useStable } from './use-stable.ts'

interface Dragging {
  readonly moving: ReadonlyMap<string, Point>
  readonly setMoving: (moving: ReadonlyMap<string, Point>) => void
  readonly stop: () => void
}

/** Turns what the canvas library reports into our commands: a drag is one step of the history, when it ends. */
export function useFlowChanges(edits: Edits, { moving, setMoving, stop }: Dragging): OnNodesChange<FlowNode> {
  const { store } = useStudio()
  return useStable((changes: NodeChange<FlowNode>[]) => {
    const { selection, document } = store.getSnapshot().context
    const chosen = selectionAfter(changes, { selection, notes: new Set(document.notes.map(({ id }) => id)) })
    if (chosen !== null) store.trigger.selected(chosen)
    const places = changes.flatMap((change) =>
      change.type === 'position' && change.position !== undefined ? [[change.id, change.position] as const] : [],
    )
    const ended = changes.some((change) => change.type === 'position' && change.dragging === false)
    const next = places.length === 0 ? moving : new Map([...moving, ...places])
    if (ended) {
      edits.run(moveOf(next, { notes: new Set(document.notes.map(({ id }) => id)) }))
      stop()
    } else if (next !== moving) setMoving(next)
  })
}

function moveOf(places: ReadonlyMap<string, Point>, { notes }: { notes: ReadonlySet<string> }) {
  const round = ({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y) })
  const pick = (wanted: boolean) =>
    Object.fromEntries([...places].filter(([id]) => notes.has(id) === wanted).map(([id, place]) => [id, round(place)]))
  return { type: 'move' as const, nodes: pick(false), notes: pick(true) }
}

function selectionAfter(
  changes: readonly NodeChange<FlowNode>[],
  { selection, notes }: { selection: Selection; notes: ReadonlySet<string> },
): Selection | null {
  const chosen = new Set([...selection.nodes, ...selection.notes])
  let changed = false
  for (const change of changes) {
    if (change.type !== 'select' || change.selected === chosen.has(change.id)) continue
    changed = true
    if (change.selected) chosen.add(change.id)
    else chosen.delete(change.id)
  }
  if (!changed) return null
  const all = [...chosen].filter((id) => !id.startsWith('$'))
  return { nodes: all.filter((id) => !notes.has(id)), notes: all.filter((id) => notes.has(id)) }
}
