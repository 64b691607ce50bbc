import { z } from 'zod'
import { errorPort, type NodeDefinition, portsOf } from './define-node.ts'
import { locales } from './words.ts'

/** What a node kind must be for palette, form, drawing and compiler to work with it. */
export interface NodeFault {
  readonly code: 'kind' | 'words' | 'field-words' | 'choices' | 'defaults' | 'schema' | 'ports' | 'usual'
  /** Setting, port or word in question. */
  readonly path: string
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly words?: unknown
  readonly choices?: readonly { readonly value: string; readonly words: unknown }[]
}

/** Everything that a node kind lacks; empty when it keeps the contract. */
export function checkNode(definition: NodeDefinition): NodeFault[] {
  const faults: NodeFault[] = []
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(definition.kind) || !Number.isInteger(definition.version)) {
    faults.push({ code: 'kind', path: definition.kind })
  }
  for (const word of ['name', 'description'] as const) {
    if (!isWords(definition.words[word])) faults.push({ code: 'words', path: word })
  }
  const defaults = definition.settings.safeParse({})
  if (!defaults.success) return [...faults, { code: 'defaults', path: defaults.error.issues[0]?.path.join('.') ?? '' }]
  if (!isWords(definition.words.sentence(defaults.data))) faults.push({ code: 'words', path: 'sentence' })
  return [...faults, ...checkForm(definition), ...checkPorts(definition, defaults.data)]
}

function checkForm(definition: NodeDefinition): NodeFault[] {
  try {
    return fieldFaults(z.toJSONSchema(definition.settings, { io: 'input', reused: 'inline' }) as JsonSchema, '')
  } catch (error) {
    return [{ code: 'schema', path: (error as Error).message }]
  }
}

/** Every field of the form, however deep, has a label in both languages and words for each of its choices. */
function fieldFaults(schema: JsonSchema, path: string): NodeFault[] {
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, field]): NodeFault[] => {
    const place = path === '' ? name : `${path}.${name}`
    const own: NodeFault[] = isWords(field.words) ? [] : [{ code: 'field-words', path: place }]
    const named = new Set(field.choices?.map(({ value }) => value))
    const worded = field.choices?.every(({ words }) => isWords(words)) ?? true
    const covered = field.enum?.every((value) => named.has(value as string) || field.choices === undefined) ?? true
    if (!worded || !covered) own.push({ code: 'choices', path: place })
    return [...own, ...fieldFaults(field, place)]
  })
  return schema.items === undefined ? inside : [...inside, ...fieldFaults(schema.items, `${path}[]`)]
}

function checkPorts(definition: NodeDefinition, settings: unknown): NodeFault[] {
  const ports = portsOf(definition, settings)
  const names = ports.map(({ port }) => port)
  const faults: NodeFault[] = ports
    .filter(({ port, words }, index) => names.indexOf(port) !== index || !isWords(words))
    .map(({ port }) => ({ code: 'ports', path: port }))
  if (definition.shape === 'act' && (!names.includes(definition.usual) || definition.usual === errorPort)) {
    faults.push({ code: 'usual', path: definition.usual })
  }
  return faults
}

function isWords(value: unknown): boolean {
  const words = value as Record<string, unknown> | undefined
  return locales.every((locale) => typeof words?.[locale] === 'string' && words[locale] !== '')
}
