import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Rows asked for at once. */
export const pageSize = 50

/** Search, filters, order and page of a list, kept in the address so that a link shows the same rows. */
export function useListAddress({ usualSort }: { usualSort: string }) {
  const [parameters, setParameters] = useSearchParams()
  const page = Math.max(1, Number.parseInt(parameters.get('page') ?? '1', 10) || 1)
  const set = useCallback(
    (changes: Readonly<Record<string, string | null>>) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before)
          after.delete('page')
          for (const [key, value] of Object.entries(changes)) {
            if (value === null || value === '') after.delete(key)
            else after.set(key, value)
          }
          return after
        },
        { replace: true },
      ),
    [setParameters],
  )
  return {
    get: (key: string) => parameters.get(key) ?? undefined,
    set,
    clear: useCallback(() => setParameters({}, { replace: true }), [setParameters]),
    search: parameters.get('search') ?? '',
    sort: parameters.get('sort') ?? usualSort,
    page,
    offset: (page - 1) * pageSize,
    filtered: [...parameters.keys()].some((key) => !['page', 'sort', 'entity'].includes(key)),
  }
}
export type ListAddress = ReturnType<typeof useListAddress>

/** `dueDate` → `-dueDate` → `dueDate`. */
export function turned(sort: string, field: string): string {
  return sort === field ? `-${field}` : field
}
