import type { Model } from 'mongoose'

export type Filter = Record<string, unknown>

interface PageRequest {
  readonly filter: Filter
  /** One field, descending with a leading minus. Ties are broken by `_id`, in the same direction: one index serves both. */
  readonly sort: string
  readonly offset: number
  readonly limit: number
  readonly fields?: Readonly<Record<string, 0 | 1>>
}

/** One page of a sorted list. */
export function readPage<T>(model: Model<T>, { filter, sort, offset, limit, fields }: PageRequest): Promise<T[]> {
  const direction = sort.startsWith('-') ? -1 : 1
  const field = direction === -1 ? sort.slice(1) : sort
  return model
    .find(filter as never, fields)
    .sort({ [field]: direction, _id: direction })
    .skip(offset)
    .limit(limit)
    .lean<T[]>()
    .exec()
}
