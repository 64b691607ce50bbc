import type { Choice, Widget } from '@relance/sdk/field-meta'
import type { Words } from '@relance/sdk/words'
import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import { z } from 'zod'

/** A field's JSON Schema with what its `.meta` carries. */
type Field = RJSFSchema & { words?: Words; help?: Words; widget?: Widget; choices?: readonly Choice[] }

export interface FormSchema {
  readonly schema: RJSFSchema
  readonly ui: UiSchema
}

/** Widgets that edit a whole structure, not one value. */
const fields: Partial<Record<Widget, string>> = { branches: 'branches' }

/**
 * The form of a settings schema: fields in their order, titles and help in the reader's language, choices under their
 * words, and the widget that a field asks for.
 */
export function formSchema(settings: z.ZodType, { sayWords }: { sayWords: (words: Words) => string }): FormSchema {
  const json = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as Field
  const { schema, ui } = translate(json, sayWords)
  return { schema, ui: { ...ui, 'ui:submitButtonOptions': { norender: true }, 'ui:label': false } }
}

function translate(field: Field, sayWords: (words: Words) => string): FormSchema {
  const { words, help, widget, choices, properties, items, $schema: _, ...rest } = field
  const schema: RJSFSchema = { ...rest }
  const ui: UiSchema = {}
  if (words !== undefined) schema.title = sayWords(words)
  if (help !== undefined) schema.description = sayWords(help)
  if (widget !== undefined && fields[widget] !== undefined) {
    // The structure is edited by its own field; the form needs not know what is inside.
    return { schema: { title: schema.title, description: schema.description }, ui: { 'ui:field': fields[widget] } }
  }
  if (widget !== undefined) ui['ui:widget'] = widget
  if (choices !== undefined)
    ui['ui:options'] = { choices: choices.map(({ value, words: name }) => ({ value, label: sayWords(name) })) }
  if (properties !== undefined) schema.properties = translateAll(properties, { ui, sayWords })
  if (items !== undefined && !Array.isArray(items) && typeof items === 'object') {
    const inner = translate(items as Field, sayWords)
    schema.items = inner.schema
    ui.items = inner.ui
  }
  return { schema, ui }
}

function translateAll(
  properties: NonNullable<RJSFSchema['properties']>,
  { ui, sayWords }: { ui: UiSchema; sayWords: (words: Words) => string },
): NonNullable<RJSFSchema['properties']> {
  const translated: NonNullable<RJSFSchema['properties']> = {}
  for (const [name, property] of Object.entries(properties)) {
    const inner = translate(property as Field, sayWords)
    translated[name] = inner.schema
    ui[name] = inner.ui
  }
  return translated
}
