import { useStore } from '@xyflow/react'
import { type CSSProperties, useCallback, useEffect, useRef } from 'react'
import { ArrowHead } from './arrow-head.tsx'
import { Board } from './board.tsx'
import { BundleMenu } from './bundle-menu.tsx'
import styles from './canvas.module.css'
import { EditTools, ViewTools } from './canvas-tools.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { FirstStepHint } from './first-step-hint.tsx'
import { Palette } from './palette.tsx'
import { SelectionTools } from './selection-tools.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useStudio, useStudioState } from './studio-context.tsx'
import { type CanvasProps, useCanvas } from './use-canvas.ts'
import type { OpenPalette } from './use-palette.ts'

/**
 * The drawing board with its tools. It needs a `ReactFlowProvider` and a `StudioProvider` around it, so that panels beside
 * it can bring a step into view.
 */
export function ScenarioCanvas(props: CanvasProps) {
  const { say, readOnly } = useStudio()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useCanvas(frame, props)
  const { board, palette, actions, setDialog } = canvas
  const { travel } = board.edits
  const onHistory = useCallback((opened: boolean) => setDialog(opened ? 'history' : null), [setDialog])
  const name = useStudioState(({ document }) => document.name)
  const empty = useStudioState(({ document }) => document.nodes.length === 0)
  const zoom = useStore(({ transform: [, , scale] }) => (scale < 0.5 ? 'far' : scale < 0.72 ? 'mid' : 'near'))
  // The keys of the board work at once, without a first click.
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])
  return (
    <div
      ref={frame}
      role="application"
      aria-label={say('aria.board', { name })}
      tabIndex={-1}
      className={styles.canvas}
      data-zoom={zoom}
      data-connecting={canvas.connection.connecting || undefined}
      onKeyDown={canvas.onKeyDown}
      {...canvas.dropping}
    >
      <ArrowHead />
      <Board {...board} />
      {!readOnly && (
        <div className={styles.toolsTop}>
          <EditTools actions={actions} history={canvas.dialog === 'history'} onHistory={onHistory} onTravel={travel} />
          <SelectionTools actions={actions} />
        </div>
      )}
      <ViewTools actions={actions} />
      {empty && palette.open === null && !readOnly && <FirstStepHint onAdd={actions.add} />}
      {palette.open !== null && (
        <div className={styles.paletteAt} style={placeOf(palette.open, frame.current)}>
          <Palette onChoose={palette.choose} onClose={palette.close} />
        </div>
      )}
      {canvas.connection.bundle !== null && (
        <BundleMenu bundle={canvas.connection.bundle} onClose={canvas.connection.closeBundle} />
      )}
      {canvas.dialog === 'connect' && <ConnectDialog cards={board.rest.drawing.cards} onClose={canvas.closeDialog} />}
      {canvas.dialog === 'help' && <ShortcutSheet onClose={canvas.closeDialog} />}
    </div>
  )
}

/** Beside where it was asked for, kept on the board; else under the button that opens it. */
function placeOf({ anchor }: OpenPalette, frame: HTMLElement | null): CSSProperties {
  if (anchor === undefined || frame === null) return { top: 64, left: 16 }
  const { left, top, width, height } = frame.getBoundingClientRect()
  const [paletteWidth, paletteHeight] = [304, 500]
  return {
    left: Math.max(8, Math.min(anchor.x - left, width - paletteWidth - 8)),
    top: Math.max(8, Math.min(anchor.y - top, height - paletteHeight - 8)),
  }
}
