import { useEffect } from 'react'
import { readFragment } from '../document/clipboard.ts'
import { isTyping } from '../ui/is-typing.ts'
import type { Edits } from './use-edits.ts'

/** Copy, cut and paste through the system's clipboard: as JSON, so that steps travel between windows and scenarios. */
export function useCanvasClipboard(edits: Edits, { readOnly }: { readOnly: boolean }): void {
  useEffect(() => {
    let pasted = 0
    const copy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !getSelection()?.isCollapsed) return
      const fragment = edits.copy()
      if (fragment.nodes.length + fragment.notes.length === 0) return
      event.clipboardData?.setData('text/plain', JSON.stringify(fragment, null, 2))
      event.preventDefault()
      pasted = 0
      if (event.type === 'cut' && !readOnly) edits.remove()
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const fragment = isTyping(event.target) ? null : readFragment(text)
      if (fragment === null) return
      event.preventDefault()
      pasted += 1
      edits.paste(fragment, { x: 40 * pasted, y: 40 * pasted })
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [edits, readOnly])
}
