import type { ReactFlowProps } from '@xyflow/react'
import { useMemo } from 'react'
import { useStudio } from './studio-context.tsx'

/** What the canvas library says to screen readers, in the product's language. */
export function useFlowWords(): NonNullable<ReactFlowProps['ariaLabelConfig']> {
  const { say } = useStudio()
  return useMemo(
    () => ({
      'node.a11yDescription.default': say('aria.step'),
      'node.a11yDescription.keyboardDisabled': say('aria.step'),
      'edge.a11yDescription.default': say('aria.line'),
      'controls.ariaLabel': say('tools.view'),
      'controls.zoomIn.ariaLabel': say('keys.zoomIn'),
      'controls.zoomOut.ariaLabel': say('keys.zoomOut'),
      'controls.fitView.ariaLabel': say('keys.fit'),
      'minimap.ariaLabel': say('aria.map'),
      'handle.ariaLabel': say('aria.exit'),
    }),
    [say],
  )
}
