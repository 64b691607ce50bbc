import { MiniMap, type MiniMapNodeProps } from '@xyflow/react'
import { memo, useCallback } from 'react'
import styles from './canvas.module.css'
import type { FlowNode } from './flow-parts.ts'
import { useStudio } from './studio-context.tsx'

const size = { width: 148, height: 112, margin: 16 }

/** The whole scenario in a corner; drag or scroll in it to go elsewhere. */
export const OverviewMap = memo(function OverviewMap() {
  const { faces } = useStudio()
  const colour = useCallback(
    (node: FlowNode) => {
      if (node.type !== 'card') return 'var(--mantine-color-default-border)'
      return `var(--mantine-color-${faces.get(node.data.card.reading.node.kind)?.colour ?? 'gray'}-filled)`
    },
    [faces],
  )
  return (
    <MiniMap<FlowNode>
      className={styles.map}
      pannable
      zoomable
      nodeComponent={MapStep}
      nodeColor={colour}
      style={size}
    />
  )
})

function MapStep({ x, y, width, height, color }: MiniMapNodeProps) {
  return <rect x={x} y={y} width={width} height={height} rx={20} style={{ fill: color }} />
}
