import type { Problem } from '@relance/runtime/machine/types'
import { useCallback } from 'react'
import { useStudio } from '../canvas/studio-context.tsx'
import { explainProblem } from './explain-problem.ts'

/** Says a problem in the current language. */
export function useExplain(): (problem: Problem) => string {
  const { say, sayWords, store, read } = useStudio()
  return useCallback(
    (problem) => {
      const { document } = store.getSnapshot().context
      const node = document.nodes.find(({ id }) => id === (problem.node ?? problem.edge?.source))
      return explainProblem(problem, { say, sayWords, reading: node === undefined ? undefined : read(node) })
    },
    [say, sayWords, store, read],
  )
}
