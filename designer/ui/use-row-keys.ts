import { type RefObject, useEffect } from 'react'
import { isTyping } from './is-typing.ts'

/** `j` and `k` walk the rows of a list, `x` selects the one in focus; Enter is the link's own. */
export function useRowKeys(frame: RefObject<HTMLElement | null>, { toggle }: { toggle: (id: string) => void }): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const links = [...(frame.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
      const at = links.findIndex((link) => link.closest('[data-row]')?.contains(document.activeElement))
      if (event.key === 'j') links[Math.min(at + 1, links.length - 1)]?.focus()
      else if (event.key === 'k') links[Math.max(at - 1, 0)]?.focus()
      else if (event.key === 'x' && at >= 0) toggle(rowOf(links[at]!))
      else return
      event.preventDefault()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [frame, toggle])
}

function rowOf(link: HTMLElement): string {
  return link.closest<HTMLElement>('[data-row]')?.dataset.row ?? ''
}
