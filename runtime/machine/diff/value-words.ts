import { factDefinitions } from '@relance/sdk/facts'
import type { Choice, Widget } from '@relance/sdk/field-meta'
import type { Locale, Words } from '@relance/sdk/words'
import { formatAmount } from '../../domain/money/write-amount.ts'

/** What the JSON Schema of a settings field says of it; `.meta` travels along. */
export interface FieldSchema {
  readonly words?: Words
  readonly widget?: Widget
  readonly choices?: readonly { readonly value: Choice['value'] | number; readonly words: Words }[]
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly items?: FieldSchema
}

export const same = (text: string): Words => ({ fr: text, en: text })

/** A value as people read it: the words of its choice, a comparison as a sentence, a list by its parts. */
export function valueWords(value: unknown, { choices, items, properties }: FieldSchema = {}): Words {
  const choice = choices?.find((one) => one.value === value)
  if (choice) return choice.words
  if (value === null || value === undefined || value === '') return { fr: 'vide', en: 'empty' }
  if (typeof value === 'boolean') return value ? { fr: 'oui', en: 'yes' } : { fr: 'non', en: 'no' }
  if (typeof value === 'string' || typeof value === 'number') return same(String(value))
  if (Array.isArray(value)) {
    return joined(
      value.map((one) => valueWords(one, items)),
      ', ',
    )
  }
  const fields = value as Record<string, unknown>
  if ('fact' in fields && 'is' in fields) return testWords(fields)
  if (typeof fields.name === 'string') return same(`« ${fields.name} »`)
  return joined(
    Object.entries(fields).map(([name, inner]) => valueWords(inner, properties?.[name])),
    ' ',
  )
}

/** A comparison: « le retard ≥ 30 ». Amounts are read as euros, the unit in which they are drawn. */
function testWords({ fact, is, value }: Record<string, unknown>): Words {
  const known = Object.hasOwn(factDefinitions, String(fact))
    ? factDefinitions[fact as keyof typeof factDefinitions]
    : { type: 'text' as const, words: same(String(fact)) }
  const side = (locale: Locale) => {
    if (known.type === 'amount') return formatAmount(Number(value), { currency: 'EUR', locale })
    return ('choices' in known && known.choices?.find((one) => one.value === value)?.words[locale]) || String(value)
  }
  return {
    fr: `${known.words.fr} ${is} ${side('fr')}`,
    en: `${known.words.en} ${is} ${side('en')}`,
  }
}

function joined(parts: readonly Words[], by: string): Words {
  return { fr: parts.map(({ fr }) => fr).join(by), en: parts.map(({ en }) => en).join(by) }
}
