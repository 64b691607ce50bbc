import { useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, useCallback } from 'react'
import { type Direction, walk } from '../document/intents/walk.ts'
import { isTyping } from '../ui/is-typing.ts'
import type { Card } from './geometry/draw-scenario.ts'
import { actionOf, type CanvasAction } from './key-map.ts'
import { useStudio } from './studio-context.tsx'
import type { Edits } from './use-edits.ts'
import { motion, useStepFocus } from './use-step-focus.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const shifts: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
}

export interface CanvasHands {
  readonly edits: Edits
  readonly cards: ReadonlyMap<string, Card>
  readonly fit: () => void
  readonly on: Readonly<Partial<Record<CanvasAction, () => void>>>
  /** The line that was clicked, if any: deleting deletes it. */
  readonly line: { readonly remove: () => void } | null
}

/** The keyboard of the canvas: arrows walk along the lines, Alt and arrows move, letters act. */
export function useCanvasKeys({ edits, cards, fit, on, line }: CanvasHands) {
  const { store, readOnly } = useStudio()
  const { zoomIn, zoomOut, zoomTo } = useReactFlow()
  const focusStep = useStepFocus()
  return useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event.target)) return
      const { selection, document } = store.getSnapshot().context
      const direction = arrows[event.key]
      if (direction !== undefined) {
        event.preventDefault()
        if (event.altKey && !readOnly) nudge({ edits, selection, document, direction, far: event.shiftKey })
        else {
          const next =
            walk(selection.nodes[0] ?? '', { direction, cards }) ??
            (selection.nodes.length === 0 ? firstStep(document) : null)
          if (next !== null) focusStep(next)
        }
        return
      }
      if (event.key === 'Escape') store.trigger.selected({})
      const action = actionOf(event.nativeEvent)
      if (action === undefined) return
      const duration = motion(160)
      const all: Partial<Record<CanvasAction, () => void>> = {
        remove: () => (line === null ? edits.remove() : line.remove()),
        duplicate: edits.duplicate,
        undo: edits.undo,
        redo: edits.redo,
        arrange: edits.arrange,
        fit,
        selectAll: () =>
          store.trigger.selected({
            nodes: document.nodes.map(({ id }) => id),
            notes: document.notes.map(({ id }) => id),
          }),
        zoomIn: () => void zoomIn({ duration }),
        zoomOut: () => void zoomOut({ duration }),
        actualSize: () => void zoomTo(1, { duration }),
        ...on,
      }
      const run = all[action]
      if (run === undefined) return
      event.preventDefault()
      run()
    },
    [store, readOnly, edits, cards, fit, on, line, focusStep, zoomIn, zoomOut, zoomTo],
  )
}

type StudioNow = ReturnType<ReturnType<typeof useStudio>['store']['getSnapshot']>['context']

function firstStep({ entries, nodes }: StudioNow['document']): string | null {
  return entries.open ?? nodes[0]?.id ?? null
}

/** Moves what is chosen by 8 pixels, or 40; repeated presses are one step of the history. */
function nudge({
  edits,
  selection,
  document,
  direction,
  far,
}: Pick<StudioNow, 'selection' | 'document'> & { edits: Edits; direction: Direction; far: boolean }) {
  const [across, down] = shifts[direction]
  const by = far ? 40 : 8
  const moved = (ids: readonly string[], parts: readonly { id: string; position: { x: number; y: number } }[]) =>
    Object.fromEntries(
      parts
        .filter(({ id }) => ids.includes(id))
        .map(({ id, position }) => [id, { x: position.x + across * by, y: position.y + down * by }]),
    )
  edits.run(
    { type: 'move', nodes: moved(selection.nodes, document.nodes), notes: moved(selection.notes, document.notes) },
    { merge: `nudge ${selection.nodes.join()}` },
  )
}
