import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { isTyping } from '../ui/is-typing.ts'
import { places } from './places.ts'

/** Time left to type the second key. */
const patienceMs = 1_000

/** `g` then the letter of a page goes there. */
export function useGoKeys(): void {
  const navigate = useNavigate()
  useEffect(() => {
    let armedAt = 0
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const place = places.find(({ key }) => key === event.key)
      if (place !== undefined && event.timeStamp - armedAt < patienceMs) {
        event.preventDefault()
        armedAt = 0
        void navigate(place.path)
        return
      }
      armedAt = event.key === 'g' ? event.timeStamp : 0
    }
    // Capture, so that the second key does not also reach a list or a call's outcome.
    addEventListener('keydown', hear, { capture: true })
    return () => removeEventListener('keydown', hear, { capture: true })
  }, [navigate])
}
