import { actionNames, type CanvasAction, canvasActions } from './canvas-actions.ts'

export type KeyMap = Readonly<Record<CanvasAction, string>>

export const defaultKeys = Object.fromEntries(actionNames.map((name) => [name, canvasActions[name].key])) as KeyMap

/** Other keys that people expect to do the same. */
const aliases: Readonly<Record<string, CanvasAction>> = {
  Backspace: 'remove',
  'mod+y': 'redo',
  '=': 'zoomIn',
  F2: 'open',
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** A key press written like the map's values; letters in lower case, signs as they print. */
export function keyName({ key, ctrlKey, metaKey, shiftKey }: Press): string {
  const letter = /^\p{L}$/u.test(key)
  const parts = [
    ctrlKey || metaKey ? 'mod' : '',
    shiftKey && (letter || key.length > 1) ? 'shift' : '',
    letter ? key.toLowerCase() : key,
  ]
  return parts.filter((part) => part !== '').join('+')
}

/** The action of a key press, or undefined. */
export function actionOf(event: Press, map: KeyMap = defaultKeys): CanvasAction | undefined {
  const name = keyName(event)
  return actionNames.find((action) => map[action] === name) ?? aliases[name]
}

/** Keys that walk, leave, write or copy, that go to a page or that belong to the browser: no action can have them. */
const reserved = new Set([
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Tab', 'shift+Tab', 'Escape', ' ', 'g'],
  ...['c', 'x', 'v', 'k', 'f', 'l', 'n', 'o', 'p', 'q', 'r', 's', 't', 'w'].map((letter) => `mod+${letter}`),
  ...['n', 'p', 'r', 't', 'w'].map((letter) => `mod+shift+${letter}`),
])

/** Whether a key can be given to an action. */
export function isFree(key: string): boolean {
  const letterless = ['Shift', 'Control', 'Alt', 'Meta', 'Dead', 'Unidentified', 'AltGraph', 'CapsLock']
  return !reserved.has(key) && !letterless.includes(key.split('+').at(-1)!)
}

/** Other actions with the same key; of these only the first in the list is heard. */
export function sharing(map: KeyMap, action: CanvasAction): CanvasAction[] {
  return map[action] === '' ? [] : actionNames.filter((other) => other !== action && map[other] === map[action])
}

/** A key as printed on a sheet: « Ctrl ⇧ Z ». */
export function keyLabel(key: string, { mac }: { mac: boolean }): string {
  const names: Record<string, string> = { mod: mac ? '⌘' : 'Ctrl', shift: '⇧', Delete: 'Suppr', Enter: '↵' }
  return key
    .split(/\+(?!$)/)
    .map((part) => names[part] ?? part.toUpperCase())
    .join(' ')
}

export const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
