import { useEffect, useRef, useState } from 'react'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import type { Sample } from '../course/sample.ts'
import type { CheckAnswer, CheckQuestion } from '../document/check.worker.ts'
import type { Checked } from '../document/check-scenario.ts'

/** Time without an edit after which the drawing is checked. */
const quietMs = 250

/** Keeps problems and dates up to date with the drawing, in a worker: nothing that people do ever waits for it. */
export function useChecks(sample: Sample | null): Checked['course'] {
  const { store } = useStudio()
  const document = useStudioState((studio) => studio.document)
  const [answered, setAnswered] = useState<CheckAnswer | null>(null)
  const asked = useRef(0)
  const worker = useRef<Worker | null>(null)
  useEffect(() => {
    const made = new Worker(new URL('../document/check.worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      setAnswered((last) => (last === null || data.number > last.number ? data : last))
    }
    worker.current = made
    return () => made.terminate()
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => {
      asked.current += 1
      worker.current?.postMessage({ number: asked.current, document, sample } satisfies CheckQuestion)
    }, quietMs)
    return () => clearTimeout(timer)
  }, [document, sample])
  useEffect(() => {
    if (answered === null) return
    store.trigger.checked({ problems: answered.problems })
  }, [answered, store])
  return answered?.course ?? null
}
