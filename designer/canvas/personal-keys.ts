import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { actionNames, type CanvasAction } from './canvas-actions.ts'
import { defaultKeys, isFree, type KeyMap } from './key-map.ts'

const place = 'relance.keys'
const storedSchema = z.partialRecord(z.enum(actionNames), z.string().max(40))
type Changed = z.output<typeof storedSchema>

const listeners = new Set<() => void>()
let known: { readonly text: string | null; readonly map: KeyMap } | null = null

/** The keys of the person at this browser: theirs where they changed one, else ours. */
export function personalKeys(): KeyMap {
  const text = localStorage.getItem(place)
  if (known?.text !== text) known = { text, map: { ...defaultKeys, ...changedIn(text) } }
  return known.map
}

/** Gives an action another key, or its own again. */
export function setKey(action: CanvasAction, key: string | null): void {
  const { [action]: _, ...others } = changedIn(localStorage.getItem(place))
  keep(key === null || key === defaultKeys[action] ? others : { ...others, [action]: key })
}

export function resetKeys(): void {
  keep({})
}

/** The keys of this person, again when they change, in another window too. */
export function useKeys(): KeyMap {
  return useSyncExternalStore(listen, personalKeys)
}

/** Whatever else lies there is left out: a key that is not free, an action of another version. */
function changedIn(text: string | null): Changed {
  try {
    const read = storedSchema.safeParse(JSON.parse(text ?? '{}')).data ?? {}
    return Object.fromEntries(Object.entries(read).filter(([, key]) => key !== undefined && isFree(key)))
  } catch {
    return {}
  }
}

function keep(changed: Changed): void {
  if (Object.keys(changed).length === 0) localStorage.removeItem(place)
  else localStorage.setItem(place, JSON.stringify(changed))
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  addEventListener('storage', tell)
  return () => {
    listeners.delete(tell)
    removeEventListener('storage', tell)
  }
}
