/** Every action of the canvas with its default key. `mod` is Ctrl, or ⌘ on a Mac. */
export const keyMap = {
  add: 'a',
  connect: 'l',
  note: 'n',
  open: 'Enter',
  remove: 'Delete',
  duplicate: 'mod+d',
  undo: 'mod+z',
  redo: 'mod+shift+z',
  selectAll: 'mod+a',
  arrange: 'shift+r',
  fit: 'f',
  zoomIn: '+',
  zoomOut: '-',
  actualSize: '0',
  problems: 'p',
  help: '?',
} as const

export type CanvasAction = keyof typeof keyMap

/** Other keys that people expect to do the same. */
const aliases: Readonly<Record<string, CanvasAction>> = {
  Backspace: 'remove',
  'mod+y': 'redo',
  '=': 'zoomIn',
  F2: 'open',
}

/** A key press written like the map's values; letters in lower case, signs as they print. */
export function keyName({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const letter = /^\p{L}$/u.test(key)
  const parts = [
    ctrlKey || metaKey ? 'mod' : '',
    shiftKey && (letter || key.length > 1) ? 'shift' : '',
    letter ? key.toLowerCase() : key,
  ]
  return parts.filter((part) => part !== '').join('+')
}

/** The action of a key press, or undefined. */
export function actionOf(
  event: KeyboardEvent,
  map: Readonly<Record<CanvasAction, string>> = keyMap,
): CanvasAction | undefined {
  const name = keyName(event)
  const found = (Object.keys(map) as CanvasAction[]).find((action) => map[action] === name)
  return found ?? aliases[name]
}

/** A key as printed on a sheet: « Ctrl ⇧ Z ». */
export function keyLabel(key: string, { mac }: { mac: boolean }): string {
  const names: Record<string, string> = { mod: mac ? '⌘' : 'Ctrl', shift: '⇧', Delete: 'Suppr', Enter: '↵' }
  return key
    .split('+')
    .map((part) => names[part] ?? (part === '' ? '+' : part.toUpperCase()))
    .join(' ')
}
