import { useCallback } from 'react'
import { useWords } from '../../i18n/words.ts'
import { lawWords } from '../../words/law.ts'

/** « 2e semestre 2026 » for the half-year that begins on a day. */
export function useSemesterName(): (from: string) => string {
  const say = useWords(lawWords)
  return useCallback(
    (from: string) => say(from.slice(5, 7) === '01' ? 'semester.1' : 'semester.2', { year: from.slice(0, 4) }),
    [say],
  )
}
