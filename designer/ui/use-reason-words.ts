import { eventValueWords } from '@relance/runtime/domain/event-kinds'
import { useCallback } from 'react'
import { useSayWords } from '../i18n/words.ts'

/** Says why something was deferred, held or cancelled; what a person typed is shown as typed. */
export function useReasonWords(): (reason: string) => string {
  const sayWords = useSayWords()
  return useCallback(
    (reason: string) => {
      const words = Object.hasOwn(eventValueWords, reason) ? eventValueWords[reason] : undefined
      return words === undefined ? reason : sayWords(words)
    },
    [sayWords],
  )
}
