import { useEffect } from 'react'
import { isUnsaved, type StudioStore } from '../../document/studio-store.ts'

/** Asks before the window closes on something unsaved, and saves it at once. */
export function useLeaveGuard(store: StudioStore, flush: () => Promise<boolean>): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!isUnsaved(store.getSnapshot().context)) return
      event.preventDefault()
      void flush()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') void flush()
    }
    addEventListener('beforeunload', ask)
    document.addEventListener('visibilitychange', hide)
    return () => {
      removeEventListener('beforeunload', ask)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [store, flush])
}
