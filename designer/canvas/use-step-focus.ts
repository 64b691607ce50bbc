import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import { useStudio } from './studio-context.tsx'

interface FocusOptions {
  readonly centre?: boolean
  /** Adds the step to what is chosen. */
  readonly extend?: boolean
}

/** Chooses a step, brings it into view and gives it the keyboard. */
export function useStepFocus(): (id: string, options?: FocusOptions) => void {
  const { store } = useStudio()
  const { getInternalNode, getViewport, setCenter, getNodesBounds } = useReactFlow()
  return useCallback(
    (id, { centre = true, extend = false } = {}) => {
      const { selection } = store.getSnapshot().context
      // The step that has the keyboard comes first.
      const others = extend ? selection.nodes.filter((one) => one !== id) : []
      store.trigger.selected({ nodes: [id, ...others], notes: extend ? selection.notes : [] })
      whenThere(
        () => getInternalNode(id),
        (node) => {
          if (centre) {
            const { x, y, width, height } = getNodesBounds([node])
            const zoom = Math.max(0.8, getViewport().zoom)
            void setCenter(x + width / 2, y + height / 2, { zoom, duration: motion(240) })
          }
          whenThere(
            () => document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`),
            (card) => card.focus({ preventScroll: true }),
          )
        },
      )
    },
    [store, getInternalNode, getViewport, setCenter, getNodesBounds],
  )
}

/** Milliseconds of a movement, none for people who asked for less of it. */
export function motion(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms
}

/** A card may only just have been added, or lie outside of what is drawn of a large scenario: waits for up to a second. */
function whenThere<T>(look: () => T | null | undefined, use: (found: T) => void, frames = 60): void {
  requestAnimationFrame(() => {
    const found = look()
    if (found != null) use(found)
    else if (frames > 0) whenThere(look, use, frames - 1)
  })
}
