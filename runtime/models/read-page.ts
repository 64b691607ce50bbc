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
 * One page of a sorted list. The embedded server sorts whatever matches before it cuts the page, half a second for 100 000
 * documents, so the last sort value of a page is remembered and the next reader asks only for documents up to it. That is
 * exact: when they fill the page, they are the first of the whole list; when they do not, the whole list is read.
 */
export async function readPage<T>(model: Model<T>, request: PageRequest): Promise<T[]> {
  const descending = request.sort.startsWith('-')
  const field = descending ? request.sort.slice(1) : request.sort
  const end = request.offset + request.limit
  const key = JSON.stringify([model.modelName, request.filter, request.sort, Math.ceil(Math.log2(end))])
  const read = (filter: Filter) =>
    model
      .find(filter as never, request.fields)
      .sort({ [field]: descending ? -1 : 1, _id: 1 })
      .skip(request.offset)
      .limit(request.limit)
      .lean<T[]>()
  const boundary = boundaries.get(key)
  if (boundary !== undefined) {
    const near = await read({ $and: [request.filter, { [field]: { [descending ? '$gte' : '$lte']: boundary } }] })
    if (near.length === request.limit) return near
  }
  const page = await read(request.filter)
  const last = page.length === request.limit ? valueAt(page.at(-1), field) : undefined
  if (last !== undefined && last !== null) remember(key, last)
  return page
}

function remember(key: string, boundary: unknown): void {
  boundaries.delete(key)
  boundaries.set(key, boundary)
  if (boundaries.size > remembered) boundaries.delete(boundaries.keys().next().value as string)
}

function valueAt(document: unknown, field: string): unknown {
  return field.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | null)?.[part], document)
}
