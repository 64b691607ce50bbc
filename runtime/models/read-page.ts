import type { Model } from 'mongoose'

export type Filter = Record<string, unknown>

interface PageRequest {
  readonly filter: Filter
  /** One field, descending with a leading minus. Ties are broken by `_id`. */
  readonly sort: string
  readonly offset: number
  readonly limit: number
  readonly fields?: Readonly<Record<string, 0 | 1>>
}

const remembered = 200
const boundaries = new Map<string, unknown>()

/**
 * One page of a sorted list. The embedded server holds in memory whatever matches before it sorts and cuts: 100 000 documents
 * are more than it has. So the last sort value of the page is found first, by counting values, and only documents up to it are
 * sorted. It is remembered for the next reader, which stays exact: documents up to a value that fill the page are the first of the whole
 * list; when they no longer do, the values are counted again.
 */
export async function readPage<T>(model: Model<T>, request: PageRequest): Promise<T[]> {
  const { filter, sort, offset, limit } = request
  const descending = sort.startsWith('-')
  const field = descending ? sort.slice(1) : sort
  const key = JSON.stringify([model.modelName, filter, sort, Math.ceil(Math.log2(offset + limit))])
  const read = (narrowed: Filter) =>
    model
      .find(narrowed as never, request.fields)
      .sort({ [field]: descending ? -1 : 1, _id: 1 })
      .skip(offset)
      .limit(limit)
      .lean<T[]>()
  const upTo = (boundary: unknown) =>
    read({ $and: [filter, { [field]: { [descending ? '$gte' : '$lte']: boundary } }] })
  if (boundaries.has(key)) {
    const page = await upTo(boundaries.get(key))
    if (page.length === limit) return page
  }
  const boundary = await boundaryOf(model, { filter, field, descending, end: offset + limit })
  if (boundary === undefined) return read(filter)
  remember(key, boundary)
  return upTo(boundary)
}

/** The value of `field` at which the list has at least `end` documents, or its last; undefined when documents lack the field. */
async function boundaryOf<T>(
  model: Model<T>,
  { filter, field, descending, end }: { filter: Filter; field: string; descending: boolean; end: number },
): Promise<unknown> {
  const values = await model.aggregate<{ _id: string | number | Date; count: number }>([
    { $match: filter },
    { $group: { _id: `$${field}`, count: { $sum: 1 } } },
  ])
  const order = descending ? -1 : 1
  if (values.some(({ _id }) => _id === null)) return undefined
  values.sort((left, right) => (left._id < right._id ? -order : left._id > right._id ? order : 0))
  let counted = 0
  const reached = values.find(({ count }) => {
    counted += count
    return counted >= end
  })
  return (reached ?? values.at(-1))?._id
}

function remember(key: string, boundary: unknown): void {
  boundaries.delete(key)
  boundaries.set(key, boundary)
  if (boundaries.size > remembered) boundaries.delete(boundaries.keys().next().value as string)
}
