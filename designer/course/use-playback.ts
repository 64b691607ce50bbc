import { useCallback, useEffect, useState } from 'react'

/** How long each moment stays while the course plays (ms). */
const pace = 1_100

/** Which of some moments is looked at; plays them one after the other to the last. */
export function usePlayback(count: number) {
  const last = Math.max(0, count - 1)
  const [at, setAt] = useState(0)
  const [playing, setPlaying] = useState(false)
  const goTo = useCallback(
    (index: number) => {
      setPlaying(false)
      setAt(Math.min(last, Math.max(0, index)))
    },
    [last],
  )
  const toggle = useCallback(() => {
    setAt((now) => (now >= last ? 0 : now))
    setPlaying((now) => !now)
  }, [last])
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => (at >= last ? setPlaying(false) : setAt(at + 1)), pace)
    return () => clearTimeout(timer)
  }, [playing, at, last])
  return { at: Math.min(at, last), last, playing, goTo, toggle }
}
