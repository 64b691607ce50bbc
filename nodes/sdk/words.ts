/** A text in the two languages of the product. */
export interface Words {
  readonly fr: string
  readonly en: string
}

export type Locale = keyof Words

export const locales = ['fr', 'en'] as const satisfies readonly Locale[]
