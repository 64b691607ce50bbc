import { useCallback } from 'react'
import { useWords } from '../../i18n/words.ts'
import { importWords } from '../../words/import.ts'

type FieldKey = Extract<keyof (typeof importWords)['fr'], `field.${string}`>

/** Says what a column was read as; a field of a later version is shown by its name. */
export function useFieldWords(): (field: string) => string {
  const say = useWords(importWords)
  return useCallback(
    (field: string) => {
      const key = `field.${field}`
      return Object.hasOwn(importWords.fr, key) ? say(key as FieldKey) : field
    },
    [say],
  )
}
