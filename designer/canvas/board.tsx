import '@xyflow/react/dist/base.css'
import { Background, BackgroundVariant, type OnConnectEnd, Panel, ReactFlow } from '@xyflow/react'
import { memo, useMemo, useState } from 'react'
import { CardNode } from './card-node.tsx'
import { describeStep } from './describe-step.ts'
import { createFlowNodes, type FlowNode } from './flow-parts.ts'
import type { Card } from './geometry/draw-scenario.ts'
import { LinesLayer } from './lines-layer.tsx'
import { NoteNode } from './note-node.tsx'
import { OverviewMap } from './overview-map.tsx'
import { StartNode } from './start-node.tsx'
import { StopFrame } from './stop-frame.tsx'
import { useStudio, useStudioState } from './studio-context.tsx'
import { isValidConnection } from './use-connecting.ts'
import type { RoutedDrawing } from './use-drawing.ts'
import type { Edits } from './use-edits.ts'
import { useFlowChanges } from './use-flow-changes.ts'
import { useFlowWords } from './use-flow-words.ts'
import { useMoving } from './use-moving.ts'

const nodeTypes = { card: CardNode, start: StartNode, note: NoteNode }
/** Above this, only the cards in view are on the page. */
const many = 80
/** From here on a map of the whole helps. */
const mapped = 7
const grid: [number, number] = [4, 4]

export interface BoardProps {
  readonly rest: RoutedDrawing
  readonly edits: Edits
  readonly chosenLine: string | null
  readonly onChooseLine: (id: string) => void
  readonly onInsert: (line: string) => void
  readonly onReady: () => void
  readonly onPane: () => void
  readonly onStep: (event: unknown, node: FlowNode) => void
  readonly onConnectStart: () => void
  readonly onConnectEnd: OnConnectEnd
}

/** Cards and lines. What a drag changes lives in here, so that it draws nothing else again. */
export const Board = memo(function Board({ rest, edits, chosenLine, onChooseLine, onInsert, ...on }: BoardProps) {
  const { readOnly } = useStudio()
  const { drawing, routes, moving, setMoving, stop } = useMoving(rest)
  const onNodesChange = useFlowChanges(edits, { moving, setMoving, stop })
  const nodes = useNodes({ drawing, moving })
  const steps = drawing.cards.size
  return (
    <ReactFlow<FlowNode>
      nodes={nodes}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onInit={on.onReady}
      onPaneClick={on.onPane}
      onNodeClick={on.onStep}
      onConnectStart={on.onConnectStart}
      onConnectEnd={on.onConnectEnd}
      isValidConnection={isValidConnection}
      nodesDraggable={!readOnly}
      nodesConnectable={!readOnly}
      onlyRenderVisibleElements={steps > many}
      disableKeyboardA11y
      deleteKeyCode={null}
      connectionRadius={28}
      nodeDragThreshold={3}
      snapToGrid
      snapGrid={grid}
      panOnScroll
      zoomOnDoubleClick={false}
      minZoom={0.05}
      maxZoom={1.6}
      elevateNodesOnSelect={false}
      ariaLabelConfig={useFlowWords()}
    >
      <StopFrame drawing={drawing} routes={routes} />
      <LinesLayer drawing={drawing} routes={routes} chosen={chosenLine} onChoose={onChooseLine} onInsert={onInsert} />
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
      {steps >= mapped && (
        <Panel position="bottom-right">
          <OverviewMap drawing={rest.drawing} />
        </Panel>
      )}
    </ReactFlow>
  )
})

function useNodes({ drawing, moving }: Pick<ReturnType<typeof useMoving>, 'drawing' | 'moving'>): FlowNode[] {
  const { say, sayWords, locale } = useStudio()
  const document = useStudioState((studio) => studio.document)
  const selection = useStudioState((studio) => studio.selection)
  const [flowNodes] = useState(createFlowNodes)
  const current = selection.nodes[0] ?? document.entries.open ?? document.nodes[0]?.id ?? null
  return useMemo(() => {
    const describe = (card: Card) => describeStep(card, { cards: drawing.cards, say, sayWords })
    return flowNodes({ drawing, document, selection, moving, current, locale, describe })
  }, [flowNodes, drawing, document, selection, moving, current, say, sayWords, locale])
}
