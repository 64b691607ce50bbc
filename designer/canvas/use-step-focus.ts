import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import { useStudio } from './studio-context.tsx'

/** Chooses a step, brings it into view and gives it the keyboard. */
export function useStepFocus(): (id: string, options?: { readonly centre?: boolean }) => void {
  const { store } = useStudio()
  const { getInternalNode, getViewport, setCenter, getNodesBounds } = useReactFlow()
  return useCallback(
    (id, { centre = true } = {}) => {
      store.trigger.selected({ nodes: [id] })
      // The card may only just have been added: it is on the page after the next paint.
      requestAnimationFrame(() => {
        const node = getInternalNode(id)
        if (node === undefined) return
        if (centre) {
          const { x, y, width, height } = getNodesBounds([node])
          void setCenter(x + width / 2, y + height / 2, {
            zoom: Math.max(0.8, getViewport().zoom),
            duration: motion(240),
          })
        }
        document
          .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus({ preventScroll: true })
      })
    },
    [store, getInternalNode, getViewport, setCenter, getNodesBounds],
  )
}

/** Milliseconds of a movement, none for people who asked for less of it. */
export function motion(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms
}
