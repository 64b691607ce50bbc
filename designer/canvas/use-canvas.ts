import { useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback, useState } from 'react'
import type { FlowNode } from './flow-parts.ts'
import { useStudio, useStudioState } from './studio-context.tsx'
import { clearOfTools, useCanvasActions } from './use-canvas-actions.ts'
import { useCanvasClipboard } from './use-canvas-clipboard.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useConnecting } from './use-connecting.ts'
import { useDrawing } from './use-drawing.ts'
import { useDropping } from './use-dropping.ts'
import { useEdits } from './use-edits.ts'
import { useOfferedActions } from './use-offered-actions.ts'
import { useOpeningView } from './use-opening-view.ts'
import { attachmentOf, usePalette } from './use-palette.ts'
import { useStable } from './use-stable.ts'
import { motion } from './use-step-focus.ts'

export interface CanvasProps {
  /** Asks for the settings of what is chosen; `focus` when the keyboard should go there. */
  readonly onOpen?: (options: { focus: boolean }) => void
  readonly onProblems?: () => void
}

/** What is open over the board. */
export type CanvasDialog = 'connect' | 'help' | 'history'

/** Everything that hands and keys do on the canvas. */
export function useCanvas(frame: RefObject<HTMLDivElement | null>, { onOpen, onProblems }: CanvasProps) {
  const { readOnly } = useStudio()
  const edits = useEdits()
  const rest = useDrawing()
  const entry = useStudioState(({ document }) => document.entries.open)
  const [chosenLine, chooseLine] = useState<string | null>(null)
  const [dialog, setDialog] = useState<CanvasDialog | null>(null)
  const palette = usePalette(edits)
  const connection = useConnecting(edits, { cards: rest.drawing.cards, ask: palette.ask })
  const open = useOpeningView({ ...rest, entry })
  const { fitView, screenToFlowPosition } = useReactFlow()
  const line = rest.lines.get(chosenLine ?? '')
  const page = {
    add: useStable(() => palette.ask()),
    connect: useStable(() => setDialog('connect')),
    note: useStable(() => {
      const { left, top, width, height } = frame.current!.getBoundingClientRect()
      edits.addNote(screenToFlowPosition({ x: left + width / 2 - 110, y: top + height / 3 }))
    }),
    open: useStable(() => onOpen?.({ focus: true })),
    history: useStable(() => setDialog('history')),
    problems: useStable(() => onProblems?.()),
    help: useStable(() => setDialog('help')),
    fit: useStable(() => void fitView({ padding: clearOfTools, maxZoom: 1, duration: motion(240) })),
    remove: useStable(() => (line === undefined ? edits.remove() : edits.removeLine(line))),
  }
  // Each of them is the same function for good.
  const [kept] = useState(page)
  const actions = useCanvasActions(edits, kept)
  const onKeyDown = useCanvasKeys({ edits, cards: rest.drawing.cards, actions, onLine: line !== undefined })
  const clipboard = useCanvasClipboard(edits, { readOnly })
  const takeKeyboard = useStable(() => frame.current?.focus({ preventScroll: true }))
  useOfferedActions(actions, { clipboard, takeKeyboard })
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
      takeKeyboard()
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
  const dropping = useDropping(palette.drop, rest.lines)
  return { board, palette, connection, dialog, setDialog, closeDialog, actions, onKeyDown, dropping }
}
