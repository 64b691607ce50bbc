import { registry } from '@relance/nodes/registry'
import type { Words } from '@relance/sdk/words'
import { describe, expect, test } from 'vitest'
import { studioEn } from '../../words/studio.en.ts'
import { studioFr } from '../../words/studio.fr.ts'
import { formSchema } from './form-schema.ts'
import { zodValidator } from './zod-validator.ts'

const sayWords = (words: Words) => words.fr

describe.each(registry.list.map((definition) => [definition.kind, definition] as const))(
  'The form of %s',
  (_, definition) => {
    test('names every field in words of people', () => {
      const { schema } = formSchema(definition.settings, { sayWords })
      const fields = Object.values(schema.properties ?? {}) as { title?: string }[]
      expect(fields.length).toBeGreaterThan(0)
      for (const field of fields) expect(field.title).toMatch(/\p{L}/u)
    })

    test('finds nothing to say about what the kind itself proposes', () => {
      const validator = zodValidator(definition.settings, { explain: ({ code }) => code })
      expect(validator.validateFormData({}, {}).errors).toEqual([])
    })
  },
)

describe('A form', () => {
  test('asks for the widget and the choices that the node names', () => {
    const { ui } = formSchema(registry.get('wait')!.settings, { sayWords })
    expect(ui.days['ui:widget']).toBe('days')
    expect(ui.from['ui:options'].choices[0]).toEqual({ value: 'dueDate', label: "l'échéance" })
  })

  test('puts an error at its field, in the words of the problems panel', () => {
    const validator = zodValidator(registry.get('wait')!.settings, {
      explain: ({ code, values }) => `${code} ${values?.most}`,
    })
    const { errorSchema } = validator.validateFormData({ days: 900 }, {})
    expect(errorSchema).toMatchObject({ days: { __errors: ['too-big 365'] } })
  })

  test('is worded alike in both languages', () => {
    expect(Object.keys(studioEn).sort()).toEqual(Object.keys(studioFr).sort())
  })
})
