import { RefusedError } from './refused-error.ts'

/** The database field of a requested order (`amount`, `-amount`). Refuses one that the list does not offer. */
export function sortField(
  asked: string | undefined,
  { sorts, usual }: { sorts: Readonly<Record<string, string>>; usual: string },
): string {
  if (!asked) return usual
  const descending = asked.startsWith('-')
  const name = descending ? asked.slice(1) : asked
  const field = Object.hasOwn(sorts, name) ? sorts[name] : undefined
  if (field === undefined)
    throw new RefusedError('invalid-sort', { values: { asked, offered: Object.keys(sorts).join(', ') } })
  if (!descending) return field
  return field.startsWith('-') ? field.slice(1) : `-${field}`
}
