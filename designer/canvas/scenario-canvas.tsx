import '@xyflow/react/dist/base.css'
import { Background, BackgroundVariant, ReactFlow, useReactFlow, useStore } from '@xyflow/react'
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ArrowHead } from './arrow-head.tsx'
import styles from './canvas.module.css'
import { CanvasActionsContext } from './canvas-actions.ts'
import { EditTools, ViewTools } from './canvas-tools.tsx'
import { CardNode } from './card-node.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { describeStep } from './describe-step.ts'
import { FirstStepHint } from './first-step-hint.tsx'
import { createFlowEdges, createFlowNodes, type FlowNode, type LineEdgeType } from './flow-parts.ts'
import type { Card } from './geometry/draw-scenario.ts'
import { LineEdge } from './line-edge.tsx'
import { NoteNode } from './note-node.tsx'
import { OverviewMap } from './overview-map.tsx'
import { Palette } from './palette.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { StartNode } from './start-node.tsx'
import { StopFrame } from './stop-frame.tsx'
import { useStudio, useStudioState } from './studio-context.tsx'
import { useCanvasClipboard } from './use-canvas-clipboard.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { isValidConnection, useConnecting } from './use-connecting.ts'
import { useDrawing } from './use-drawing.ts'
import { useDropping } from './use-dropping.ts'
import { useEdits } from './use-edits.ts'
import { useFlowChanges } from './use-flow-changes.ts'
import { useFlowWords } from './use-flow-words.ts'
import { useOpeningView } from './use-opening-view.ts'
import { attachmentOf, type OpenPalette, usePalette } from './use-palette.ts'
import { motion } from './use-step-focus.ts'

const nodeTypes = { card: CardNode, start: StartNode, note: NoteNode }
const edgeTypes = { line: LineEdge }

/**
 * The drawing board. It needs a `ReactFlowProvider` and a `StudioProvider` around it, so that panels beside it can bring
 * a step into view.
 */
export function ScenarioCanvas({
  onOpen,
  onProblems,
}: {
  /** Asks for the settings of what is chosen; `focus` when the keyboard should go there. */
  onOpen?: (options: { focus: boolean }) => void
  onProblems?: () => void
}) {
  const { say, sayWords, readOnly } = useStudio()
  const edits = useEdits()
  const board = useRef<HTMLDivElement>(null)
  const { document, drawing, routes, moving, setMoving, stop } = useDrawing()
  const selection = useStudioState((studio) => studio.selection)
  const [chosenLine, chooseLine] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'connect' | 'help' | null>(null)
  const palette = usePalette(edits)
  const connecting = useConnecting(edits, { cards: drawing.cards, ask: palette.ask })
  const onNodesChange = useFlowChanges(edits, { moving, setMoving, stop })
  const open = useOpeningView({ drawing, routes, entry: document.entries.open })
  const { fitView, screenToFlowPosition } = useReactFlow()
  const fit = useCallback(() => void fitView({ padding: 0.08, maxZoom: 1, duration: motion(240) }), [fitView])
  const lines = useMemo(() => new Map(drawing.lines.map((line) => [line.id, line])), [drawing.lines])
  const line = chosenLine === null ? undefined : lines.get(chosenLine)
  const [flowNodes] = useState(createFlowNodes)
  const [flowEdges] = useState(createFlowEdges)
  const current = selection.nodes[0] ?? document.entries.open ?? document.nodes[0]?.id ?? null
  const nodes = useMemo(() => {
    const describe = (card: Card) => describeStep(card, { cards: drawing.cards, say, sayWords })
    return flowNodes(drawing, { document, selection, moving, current, describe })
  }, [flowNodes, drawing, document, selection, moving, current, say, sayWords])
  const edges = useMemo(
    () => flowEdges(drawing.lines, routes, chosenLine),
    [flowEdges, drawing.lines, routes, chosenLine],
  )
  const addNote = () => {
    const { left, top, width, height } = board.current!.getBoundingClientRect()
    edits.addNote(screenToFlowPosition({ x: left + width / 2 - 110, y: top + height / 3 }))
  }
  const onKeyDown = useCanvasKeys({
    edits,
    cards: drawing.cards,
    fit,
    line: line === undefined ? null : { remove: () => edits.removeLine(line) },
    on: {
      open: () => onOpen?.({ focus: true }),
      problems: onProblems,
      help: () => setDialog('help'),
      ...(readOnly ? {} : { add: () => palette.ask(), connect: () => setDialog('connect'), note: addNote }),
    },
  })
  useCanvasClipboard(edits, { readOnly })
  // The keys of the board work at once, without a first click.
  useEffect(() => board.current?.focus({ preventScroll: true }), [])
  const actions = useMemo(
    () => ({
      insertOn: (id: string) => {
        const on = lines.get(id)
        if (on !== undefined) palette.ask({ after: attachmentOf(on) })
      },
    }),
    [lines, palette.ask],
  )
  const zoom = useStore(({ transform: [, , scale] }) => (scale < 0.5 ? 'far' : scale < 0.72 ? 'mid' : 'near'))
  const dropping = useDropping(palette.drop, lines)
  return (
    <CanvasActionsContext value={actions}>
      <div
        ref={board}
        role="application"
        aria-label={say('aria.board', { name: document.name })}
        tabIndex={-1}
        className={styles.canvas}
        data-zoom={zoom}
        data-connecting={connecting.connecting || undefined}
        onKeyDown={onKeyDown}
        {...dropping}
      >
        <ArrowHead />
        <ReactFlow<FlowNode, LineEdgeType>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onInit={() => open({ width: board.current?.clientWidth ?? 0 })}
          onEdgeClick={(_, { id }) => chooseLine(id)}
          onPaneClick={() => {
            board.current?.focus({ preventScroll: true })
            chooseLine(null)
            palette.close()
          }}
          onNodeClick={(_, { type }) => {
            chooseLine(null)
            if (type === 'card') onOpen?.({ focus: false })
          }}
          onConnectStart={connecting.onConnectStart}
          onConnect={connecting.onConnect}
          onConnectEnd={connecting.onConnectEnd}
          isValidConnection={isValidConnection}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          connectionRadius={28}
          nodeDragThreshold={3}
          snapToGrid
          snapGrid={[4, 4]}
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={0.05}
          maxZoom={1.6}
          elevateNodesOnSelect={false}
          ariaLabelConfig={useFlowWords()}
        >
          <StopFrame drawing={drawing} routes={routes} />
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
          {document.nodes.length > 6 && <OverviewMap />}
        </ReactFlow>
        {!readOnly && (
          <EditTools
            onAdd={() => palette.ask()}
            onNote={addNote}
            onArrange={edits.arrange}
            onUndo={edits.undo}
            onRedo={edits.redo}
          />
        )}
        <ViewTools onFit={fit} onHelp={() => setDialog('help')} />
        {document.nodes.length === 0 && palette.open === null && !readOnly && (
          <FirstStepHint onAdd={() => palette.ask()} />
        )}
        {palette.open !== null && (
          <div className={styles.paletteAt} style={placeOf(palette.open, board.current)}>
            <Palette onChoose={palette.choose} onClose={palette.close} />
          </div>
        )}
        {dialog === 'connect' && <ConnectDialog cards={drawing.cards} onClose={() => setDialog(null)} />}
        {dialog === 'help' && <ShortcutSheet onClose={() => setDialog(null)} />}
      </div>
    </CanvasActionsContext>
  )
}

/** Beside where it was asked for, kept on the board; else under the button that opens it. */
function placeOf({ anchor }: OpenPalette, board: HTMLElement | null): CSSProperties {
  if (anchor === undefined || board === null) return { top: 64, left: 16 }
  const { left, top, width, height } = board.getBoundingClientRect()
  const [paletteWidth, paletteHeight] = [304, 440]
  return {
    left: Math.max(8, Math.min(anchor.x - left, width - paletteWidth - 8)),
    top: Math.max(8, Math.min(anchor.y - top, height - paletteHeight - 8)),
  }
}
