import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useState } from 'react'

const Commands = lazy(async () => ({ default: (await import('./commands.tsx')).Commands }))

export const commandKey = /mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'

const askedFor = new EventTarget()

export function openCommands(): void {
  askedFor.dispatchEvent(new Event('open'))
}

/** Loads the search and command panel when it is first asked for. */
export function CommandsHost() {
  const [asked, setAsked] = useState(0)
  useHotkeys([['mod+K', openCommands]], [])
  useEffect(() => {
    const open = () => setAsked((times) => times + 1)
    askedFor.addEventListener('open', open)
    return () => askedFor.removeEventListener('open', open)
  }, [])
  if (asked === 0) return null
  return (
    <Suspense>
      <Commands asked={asked} />
    </Suspense>
  )
}
