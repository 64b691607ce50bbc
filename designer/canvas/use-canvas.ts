import { useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback, useState } from 'react'
import type { FlowNode } from './flow-parts.ts'
import { useStudio, useStudioState } from './studio-context.tsx'
import { useCanvasClipboard } from './use-canvas-clipboard.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useConnecting } from './use-connecting.ts'
import { useDrawing } from './use-drawing.ts'
import { useDropping } from './use-dropping.ts'
import { useEdits } from './use-edits.ts'
import { useOpeningView } from './use-opening-view.ts'
import { attachmentOf, usePalette } from './use-palette.ts'
import { useStable } from './use-stable.ts'
import { motion } from './use-step-focus.ts'

/** Room that the tools take at the edges of the board. */
const clearOfTools = { top: '72px', bottom: '72px', x: '24px' } as const

export interface CanvasProps {
  /** Asks for the settings of what is chosen; `focus` when the keyboard should go there. */
  readonly onOpen?: (options: { focus: boolean }) => void
  readonly onProblems?: () => void
}

/** Everything that hands and keys do on the canvas. */
export function useCanvas(frame: RefObject<HTMLDivElement | null>, { onOpen, onProblems }: CanvasProps) {
  const { readOnly } = useStudio()
  const edits = useEdits()
  const rest = useDrawing()
  const entry = useStudioState(({ document }) => document.entries.open)
  const [chosenLine, chooseLine] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'connect' | 'help' | null>(null)
  const palette = usePalette(edits)
  const connection = useConnecting(edits, { cards: rest.drawing.cards, ask: palette.ask })
  const open = useOpeningView({ ...rest, entry })
  const { fitView, screenToFlowPosition } = useReactFlow()
  const fit = useCallback(() => void fitView({ padding: clearOfTools, maxZoom: 1, duration: motion(240) }), [fitView])
  const add = useStable(() => palette.ask())
  const addNote = useStable(() => {
    const { left, top, width, height } = frame.current!.getBoundingClientRect()
    edits.addNote(screenToFlowPosition({ x: left + width / 2 - 110, y: top + height / 3 }))
  })
  const line = rest.lines.get(chosenLine ?? '')
  const onKeyDown = useCanvasKeys({
    edits,
    cards: rest.drawing.cards,
    fit,
    line: line === undefined ? null : { remove: () => edits.removeLine(line) },
    on: {
      open: () => onOpen?.({ focus: true }),
      problems: onProblems,
      help: () => setDialog('help'),
      ...(readOnly ? {} : { add, connect: () => setDialog('connect'), note: addNote }),
    },
  })
  useCanvasClipboard(edits, { readOnly })
  const board = {
    rest,
    edits,
    chosenLine,
    onChooseLine: chooseLine,
    onInsert: useStable((id: string) => {
      const on = rest.lines.get(id)
      if (on !== undefined) palette.ask({ after: attachmentOf(on) })
    }),
    onReady: useStable(() => open({ width: frame.current?.clientWidth ?? 0, tools: !readOnly })),
    onPane: useStable(() => {
      frame.current?.focus({ preventScroll: true })
      chooseLine(null)
      palette.close()
    }),
    onStep: useStable((_: unknown, { type }: FlowNode) => {
      chooseLine(null)
      if (type === 'card') onOpen?.({ focus: false })
    }),
    onConnectStart: connection.onConnectStart,
    onConnectEnd: connection.onConnectEnd,
  }
  const closeDialog = useCallback(() => setDialog(null), [])
  const help = useCallback(() => setDialog('help'), [])
  const dropping = useDropping(palette.drop, rest.lines)
  return { board, palette, connection, dialog, closeDialog, help, fit, add, addNote, onKeyDown, dropping }
}
