import { type OfferedCommand, useOffer } from '../ui/offered-commands.ts'
import { actionsIn } from './canvas-actions.ts'
import { keyLabel, mac } from './key-map.ts'
import { personalKeys } from './personal-keys.ts'
import { useStudio } from './studio-context.tsx'
import { type CanvasActions, situationOf } from './use-canvas-actions.ts'
import type { ClipboardHands } from './use-canvas-clipboard.ts'

/** Lets the command panel find everything that the canvas can do now, by name. */
export function useOfferedActions(
  actions: CanvasActions,
  { clipboard, takeKeyboard }: { clipboard: ClipboardHands; takeKeyboard: () => void },
): void {
  const { say, store, readOnly } = useStudio()
  const then = (run: () => void) => () => {
    takeKeyboard()
    run()
  }
  useOffer(say('tools.edit'), () => {
    const keys = personalKeys()
    const situation = situationOf({ store, readOnly })
    const named = actionsIn(situation).map((action): OfferedCommand => {
      const key = keys[action]
      const shortcut = key === '' ? {} : { shortcut: keyLabel(key, { mac }) }
      return { id: `canvas-${action}`, label: say(`keys.${action}`), ...shortcut, run: then(actions[action]) }
    })
    const chosen = situation.steps + situation.notes > 0
    const fixed = (['copy', 'cut', 'paste'] as const)
      .filter((name) => (name === 'copy' || !readOnly) && (name === 'paste' || chosen))
      .map((name): OfferedCommand => {
        const shortcut = keyLabel(`mod+${{ copy: 'c', cut: 'x', paste: 'v' }[name]}`, { mac })
        return { id: `canvas-${name}`, label: say(`keys.${name}`), shortcut, run: then(clipboard[name]) }
      })
    return [...named, ...fixed]
  })
}
