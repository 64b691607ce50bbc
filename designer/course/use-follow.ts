import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { motion } from '../canvas/use-step-focus.ts'

/** Keeps the step that is told of in view; nothing moves as long as it is. */
export function useFollow(node: string | null): void {
  const { getInternalNode, getNodesBounds, getViewport, setCenter } = useReactFlow()
  const flow = useStoreApi()
  useEffect(() => {
    const shown = node === null ? undefined : getInternalNode(node)
    if (shown === undefined) return
    const { x, y, width, height } = getNodesBounds([shown])
    const { x: left, y: top, zoom } = getViewport()
    const screen = flow.getState()
    const [across, down] = [(x + width / 2) * zoom + left, (y + height / 2) * zoom + top]
    const isShown = across > 0 && across < screen.width && down > 80 && down < screen.height - 80
    if (!isShown) void setCenter(x + width / 2, y + height / 2, { zoom, duration: motion(240) })
  }, [node, flow, getInternalNode, getNodesBounds, getViewport, setCenter])
}
