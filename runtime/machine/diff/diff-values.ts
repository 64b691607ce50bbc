import type { Words } from '@relance/sdk/words'
import { canonicalJson } from '../canonical-json.ts'
import { type FieldSchema, same, valueWords } from './value-words.ts'

/** A field that differs; null where one side has nothing. */
export interface ValueChange {
  readonly path: string
  readonly field: Words
  readonly schema: FieldSchema
  readonly before: Words | null
  readonly after: Words | null
}

interface Place {
  readonly path: string
  readonly field: Words
  readonly schema: FieldSchema
}

/** Field by field: objects by their keys, lists whose parts have an `id` by that, anything else as a whole. */
export function diffValues(before: unknown, after: unknown, place: Place): ValueChange[] {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return []
  if (isFields(before) && isFields(after)) return diffFields(before, after, place)
  const [old, now] = [byId(before), byId(after)]
  if (old && now) return diffParts(old, now, place)
  const said = (value: unknown) => (value === undefined ? null : valueWords(value, place.schema))
  return [{ ...place, before: said(before), after: said(after) }]
}

type Fields = Readonly<Record<string, unknown>>

function diffFields(before: Fields, after: Fields, { path, field, schema }: Place): ValueChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const inner = schema.properties?.[name] ?? {}
    const words = inner.words ?? same(name)
    return diffValues(before[name], after[name], {
      path: path === '' ? name : `${path}.${name}`,
      field: path === '' ? words : under(field, words),
      schema: inner,
    })
  })
}

function diffParts(
  before: ReadonlyMap<string, Fields>,
  after: ReadonlyMap<string, Fields>,
  { path, field, schema }: Place,
): ValueChange[] {
  const parts = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const name = valueWords((after.get(id) ?? before.get(id))!)
    return diffValues(before.get(id), after.get(id), {
      path: `${path}.${id}`,
      field: under(field, name),
      schema: schema.items ?? {},
    })
  })
  if (parts.length > 0) return parts
  const order = (all: ReadonlyMap<string, Fields>) => valueWords([...all.values()])
  return [{ path, field, schema, before: order(before), after: order(after) }]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The parts of a list by their ids; undefined when it is no such list. */
function byId(value: unknown): ReadonlyMap<string, Fields> | undefined {
  if (!Array.isArray(value) || !value.every((one) => isFields(one) && typeof one.id === 'string')) return undefined
  return new Map(value.map((one: Fields) => [String(one.id), one]))
}

const under = (field: Words, inner: Words): Words => ({
  fr: `${field.fr}, ${inner.fr}`,
  en: `${field.en}, ${inner.en}`,
})
