import { useEffect } from 'react'
import { useStudio } from '../canvas/studio-context.tsx'
import { useRoute } from '../client/queries.ts'

/** Tells the drawing how many open threads each step has. */
export function useCommentCounts(scenario: string): void {
  const { store } = useStudio()
  const { data } = useRoute('threads', { id: scenario })
  useEffect(() => {
    const counts: Record<string, number> = {}
    for (const { node, resolved } of data?.items ?? []) if (resolved === null) counts[node] = (counts[node] ?? 0) + 1
    store.trigger.commented({ counts })
  }, [data, store])
}
