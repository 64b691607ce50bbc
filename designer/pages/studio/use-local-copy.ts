import { useEffect } from 'react'
import { isUnsaved, type StudioStore } from '../../document/studio-store.ts'
import { dropCopy, holdPlace, keepCopy, placeFor } from './local-copies.ts'

/** Time without an edit after which what is drawn is kept in the browser. */
const quietMs = 200

/** Keeps in the browser what has not reached the server, so that neither a crash nor a lost connection loses it. */
export function useLocalCopy(store: StudioStore, { scenario }: { scenario: string }): void {
  useEffect(() => {
    const place = placeFor(scenario)
    const letGo = holdPlace(place)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      const { context } = store.getSnapshot()
      if (isUnsaved(context)) keepCopy(place, { document: context.document, revision: context.save.revision })
      else dropCopy(place)
    }
    const plan = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, quietMs)
    }
    const { unsubscribe } = store.subscribe(plan)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      unsubscribe()
      removeEventListener('pagehide', keep)
      keep()
      letGo()
    }
  }, [store, scenario])
}
