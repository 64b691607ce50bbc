import { useEffect, useMemo } from 'react'
import { readFragment } from '../document/clipboard.ts'
import { told } from '../ui/delayed.tsx'
import { isTyping } from '../ui/is-typing.ts'
import { useStudio } from './studio-context.tsx'
import type { Edits } from './use-edits.ts'

/** Copy, cut and paste by name, without the keys of the system. */
export type ClipboardHands = Readonly<Record<'copy' | 'cut' | 'paste', () => void>>

/** Copy, cut and paste through the system's clipboard: as JSON, so that steps travel between windows and scenarios. */
export function useCanvasClipboard(edits: Edits, { readOnly }: { readOnly: boolean }): ClipboardHands {
  const { take, put } = useTaking(edits)
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !getSelection()?.isCollapsed) return
      const text = take()
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut' && !readOnly) edits.remove()
    }
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || readOnly) return
      event.preventDefault()
      put(event.clipboardData?.getData('text/plain') ?? '')
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [edits, readOnly, take, put])
  return useHands(edits, { take, put })
}

type Taking = ReturnType<typeof useTaking>

/** What is chosen as text, and a text as steps, or a word on why it holds none. */
function useTaking(edits: Edits) {
  const { say } = useStudio()
  return useMemo(() => {
    let pasted = 0
    return {
      take: () => {
        const fragment = edits.copy()
        if (fragment.nodes.length + fragment.notes.length === 0) return null
        pasted = 0
        return JSON.stringify(fragment, null, 2)
      },
      put: (text: string) => {
        const fragment = readFragment(text)
        if (typeof fragment === 'string') return told(say(`clipboard.${fragment}`))
        pasted += 1
        edits.paste(fragment, { x: 40 * pasted, y: 40 * pasted })
      },
    }
  }, [edits, say])
}

/** The browser may refuse the clipboard to a page: then the keys still work. */
function useHands(edits: Edits, { take, put }: Taking): ClipboardHands {
  const { say } = useStudio()
  return useMemo(() => {
    const refused = () => told(say('clipboard.refused'))
    const copy = () => {
      const text = take()
      return text === null ? Promise.resolve() : navigator.clipboard.writeText(text)
    }
    return {
      copy: () => void copy().catch(refused),
      cut: () => void copy().then(() => edits.remove(), refused),
      paste: () => void navigator.clipboard.readText().then(put, refused),
    }
  }, [edits, say, take, put])
}
