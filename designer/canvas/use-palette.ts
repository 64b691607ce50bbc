import type { NodeDefinition } from '@relance/sdk/define-node'
import { useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import type { Attachment } from '../document/commands/add-node.ts'
import { card } from './geometry/card-size.ts'
import type { DrawnLine } from './geometry/draw-scenario.ts'
import type { Point } from './geometry/point.ts'
import { useStudio } from './studio-context.tsx'
import type { Edits } from './use-edits.ts'
import { useStepFocus } from './use-step-focus.ts'

/** A palette that is open: what the new step will hang behind, and where on screen it was asked for. */
export interface OpenPalette {
  readonly after?: Attachment
  readonly at?: Point
  readonly anchor?: Point
}

/** The exits that a line stands for, as something a step can hang behind. */
export function attachmentOf({ source, exit }: DrawnLine): Attachment {
  if (source === '$open') return { entry: 'open' }
  if (source === '$paid') return { entry: 'paid' }
  return { source, ports: exit.outcomes.map(({ port }) => port) }
}

export function usePalette(edits: Edits) {
  const { store, read } = useStudio()
  const { screenToFlowPosition } = useReactFlow()
  const focusStep = useStepFocus()
  const [open, setOpen] = useState<OpenPalette | null>(null)
  const close = useCallback(() => setOpen(null), [])

  /** Without a place: behind the chosen step, or at the start of an empty course. */
  const ask = useCallback(
    (wish: OpenPalette = {}) => {
      const { document, selection } = store.getSnapshot().context
      const chosen = document.nodes.find(({ id }) => id === selection.nodes[0])
      const main = chosen === undefined ? null : read(chosen).main
      const behind: Attachment | undefined =
        chosen !== undefined && main !== null && selection.nodes.length === 1
          ? {
              source: chosen.id,
              ports: siblings(document.edges, { source: chosen.id, port: main, open: read(chosen).mandatory }),
            }
          : document.entries.open === null
            ? { entry: 'open' }
            : undefined
      setOpen({ after: behind, ...wish })
    },
    [store, read],
  )

  const choose = useCallback(
    (definition: NodeDefinition) => {
      setOpen(null)
      focusStep(edits.add(definition, { after: open?.after, at: open?.at }), { centre: open?.at === undefined })
    },
    [edits, focusStep, open],
  )

  const drop = useCallback(
    (definition: NodeDefinition, { screen, line }: { screen: Point; line: DrawnLine | undefined }) => {
      setOpen(null)
      const { x, y } = screenToFlowPosition(screen)
      const at = { x: Math.round(x - card.width / 2), y: Math.round(y - 24) }
      const after = line === undefined ? undefined : attachmentOf(line)
      focusStep(edits.add(definition, line === undefined ? { at } : { after }), { centre: false })
    },
    [edits, focusStep, screenToFlowPosition],
  )
  return { open, ask, close, choose, drop }
}

/**
 * The exits that lead where this one leads: a step put behind it takes the whole line over. While it leads nowhere, all
 * exits that lead nowhere: exceptions are led elsewhere afterwards, and none is forgotten.
 */
function siblings(
  edges: readonly { source: string; port: string; target: string }[],
  { source, port, open }: { source: string; port: string; open: readonly string[] },
): string[] {
  const leaving = edges.filter((edge) => edge.source === source)
  const target = leaving.find((edge) => edge.port === port)?.target
  if (target !== undefined) return leaving.filter((edge) => edge.target === target).map((edge) => edge.port)
  const unwired = open.filter((one) => !leaving.some((edge) => edge.port === one))
  return unwired.length === 0 ? [port] : unwired
}
