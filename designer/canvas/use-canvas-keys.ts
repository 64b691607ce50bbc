import { type KeyboardEvent, useCallback } from 'react'
import { type Direction, walk } from '../document/intents/walk.ts'
import { isTyping } from '../ui/is-typing.ts'
import { actionsIn } from './canvas-actions.ts'
import type { Card } from './geometry/draw-scenario.ts'
import { actionOf } from './key-map.ts'
import { personalKeys } from './personal-keys.ts'
import { useStudio } from './studio-context.tsx'
import { type CanvasActions, situationOf } from './use-canvas-actions.ts'
import type { Edits } from './use-edits.ts'
import { useStepFocus } from './use-step-focus.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface CanvasHands {
  readonly edits: Edits
  readonly cards: ReadonlyMap<string, Card>
  readonly actions: CanvasActions
  /** A line was clicked: deleting deletes it, whatever step is chosen. */
  readonly onLine: boolean
}

/** The keyboard of the canvas: arrows walk along the lines, with ⇧ they choose, with Alt they move; letters act. */
export function useCanvasKeys({ edits, cards, actions, onLine }: CanvasHands) {
  const { store, readOnly } = useStudio()
  const go = useWalking(cards)
  return useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event.target)) return
      const direction = arrows[event.key]
      if (direction !== undefined) {
        event.preventDefault()
        if (event.altKey) edits.nudge(direction, { far: event.shiftKey })
        else go(direction, { extend: event.shiftKey })
        return
      }
      if (event.key === 'Escape') store.trigger.selected({})
      const action = event.altKey ? undefined : actionOf(event.nativeEvent, personalKeys())
      if (action === undefined) return
      event.preventDefault()
      const now = actionsIn(situationOf({ store, readOnly }))
      if (now.includes(action) || (action === 'remove' && onLine)) actions[action]()
    },
    [store, readOnly, edits, actions, onLine, go],
  )
}

/** Goes to the next step in a direction, or adds it to what is chosen. */
function useWalking(cards: ReadonlyMap<string, Card>) {
  const { store } = useStudio()
  const focusStep = useStepFocus()
  return useCallback(
    (direction: Direction, { extend }: { extend: boolean }) => {
      const { selection, document } = store.getSnapshot().context
      const [current] = selection.nodes
      const first = document.entries.open ?? document.nodes[0]?.id ?? null
      const next = current === undefined ? first : walk(current, { direction, cards })
      if (next !== null) focusStep(next, { extend })
    },
    [store, cards, focusStep],
  )
}
