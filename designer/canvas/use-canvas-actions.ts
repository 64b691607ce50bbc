import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import type { Side } from '../document/intents/align-parts.ts'
import type { CanvasAction, Situation } from './canvas-actions.ts'
import { type StudioContent, useStudio } from './studio-context.tsx'
import type { Edits } from './use-edits.ts'
import { motion } from './use-step-focus.ts'

/** What only the open page can do: panels, dialogs, the palette. */
export type PageActions = Readonly<
  Record<'add' | 'connect' | 'note' | 'open' | 'history' | 'problems' | 'help' | 'fit' | 'remove', () => void>
>
export type CanvasActions = Readonly<Record<CanvasAction, () => void>>

/** Room that the tools take at the edges of the board. */
export const clearOfTools = { top: '72px', bottom: '72px', x: '24px' } as const

/** Every action of the canvas, ready to be run by its key, its tool or its name. */
export function useCanvasActions(edits: Edits, page: PageActions): CanvasActions {
  const { store } = useStudio()
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow()
  return useMemo(() => {
    const duration = motion(160)
    const align = (side: Side) => () => edits.align(side)
    return {
      ...page,
      duplicate: edits.duplicate,
      lock: edits.lock,
      undo: edits.undo,
      redo: edits.redo,
      selectAll: () => selectAll(store),
      arrange: edits.arrange,
      alignLeft: align('left'),
      alignCentre: align('centre'),
      alignRight: align('right'),
      alignTop: align('top'),
      alignMiddle: align('middle'),
      alignBottom: align('bottom'),
      spreadAcross: () => edits.distribute('across'),
      spreadDown: () => edits.distribute('down'),
      fitSelection: () => {
        const { nodes, notes } = store.getSnapshot().context.selection
        const chosen = [...nodes, ...notes].map((id) => ({ id }))
        if (chosen.length > 0) void fitView({ nodes: chosen, padding: clearOfTools, maxZoom: 1, duration })
      },
      zoomIn: () => void zoomIn({ duration }),
      zoomOut: () => void zoomOut({ duration }),
      actualSize: () => void zoomTo(1, { duration }),
    }
  }, [store, edits, page, fitView, zoomIn, zoomOut, zoomTo])
}

function selectAll(store: StudioContent['store']): void {
  const { nodes, notes } = store.getSnapshot().context.document
  store.trigger.selected({ nodes: nodes.map(({ id }) => id), notes: notes.map(({ id }) => id) })
}

/** What the open scenario offers to act on, at this moment. */
export function situationOf({ store, readOnly }: Pick<StudioContent, 'store' | 'readOnly'>): Situation {
  const { selection, history } = store.getSnapshot().context
  return {
    readOnly,
    steps: selection.nodes.length,
    notes: selection.notes.length,
    past: history.past.length,
    future: history.future.length,
  }
}
