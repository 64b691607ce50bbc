import { z } from 'zod'
import { type Need, viewSchemas } from './template-view.ts'

/** The shape of what a text may name, as plain data: the allow-list of paths. */
export type FactTree = { readonly nullable: boolean } & (
  | { readonly type: 'text' | 'number' | 'boolean' | 'date' }
  | { readonly type: 'object'; readonly fields: ReadonlyMap<string, FactTree> }
  | { readonly type: 'list'; readonly items: FactTree }
)

interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
}

const trees = new Map<Need, FactTree>()

/** The tree of a stage's view. */
export function factTree(need: Need): FactTree {
  let tree = trees.get(need)
  if (tree === undefined) {
    tree = toTree(z.toJSONSchema(viewSchemas[need], { io: 'output', reused: 'inline' }) as JsonSchema)
    trees.set(need, tree)
  }
  return tree
}

function toTree(schema: JsonSchema): FactTree {
  if (schema.anyOf !== undefined) {
    const [inner] = schema.anyOf.filter(({ type }) => type !== 'null')
    return { ...toTree(inner!), nullable: true }
  }
  if (Array.isArray(schema.type)) {
    const [type] = schema.type.filter((name) => name !== 'null')
    return { ...toTree({ ...schema, type }), nullable: true }
  }
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, toTree(field)] as const)
      return { type: 'object', nullable: false, fields: new Map(fields) }
    }
    case 'array':
      return { type: 'list', nullable: false, items: toTree(schema.items!) }
    case 'integer':
    case 'number':
      return { type: 'number', nullable: false }
    case 'boolean':
      return { type: 'boolean', nullable: false }
    default:
      return { type: schema.format === 'date' ? 'date' : 'text', nullable: false }
  }
}
