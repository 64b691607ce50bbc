import type { Locale, Words } from '@relance/sdk/words'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../format/amount.ts'
import { currentLocale, i18n } from './i18n.ts'
import { typeset } from './typeset.ts'

type Catalogue = Readonly<Record<string, string>>
type KeyOf<C> = keyof C extends infer K ? (K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K & string) : never
type Values = Readonly<Record<string, string | number>>

export interface Area<C extends Catalogue = Catalogue> {
  readonly name: string
  readonly fr: C
}

/** `say(key, { values })` in the current language. */
export type Say<C extends Catalogue> = (key: KeyOf<C>, values?: Values) => string

function typesetAll(catalogue: Catalogue, locale: Locale): Catalogue {
  const print = (text: string) => typeset(text, locale).replaceAll('{{count}}', '{{countInWords}}')
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, print(text)]))
}

/**
 * Declares the words of one area of the product: flat keys, the same in both languages; `key_one` / `key_other` with a
 * `count`. Call it once, in the area's own `words.ts`, so that its words travel with its page.
 */
export function defineArea<const C extends Catalogue>(
  name: string,
  { fr, en }: { fr: C; en: Readonly<Record<keyof C, string>> },
): Area<C> {
  i18n.addResourceBundle('fr', name, typesetAll(fr, 'fr'))
  i18n.addResourceBundle('en', name, typesetAll(en, 'en'))
  return { name, fr }
}

/** A count chooses the plural as a number and is printed as a figure: « 2 305 lignes ». */
function countInWords(count: string | number | undefined): Values {
  return typeof count === 'number' ? { countInWords: formatNumber(count, { locale: currentLocale() }) } : {}
}

/** Says a key outside of a component, in the language of this moment. */
export function sayNow<C extends Catalogue>(area: Area<C>): Say<C> {
  // French has a third plural form from one million up, which reads as `other`.
  return (key, values) => i18n.t([key, `${key}_other`], { ns: area.name, ...values, ...countInWords(values?.count) })
}

/** The words of an area, again at each change of language. */
export function useWords<C extends Catalogue>(area: Area<C>): Say<C> {
  const { i18n: current } = useTranslation(area.name)
  const { language } = current
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language changes what is said
  return useCallback<Say<C>>((key, values) => sayNow(area)(key, values), [area, language])
}

/** The current language, again at each change. */
export function useLocale(): Locale {
  useTranslation()
  return currentLocale()
}

/** Says words that came from a node, a scenario or the server. */
export function useSayWords(): (words: Words) => string {
  const locale = useLocale()
  return useCallback((words: Words) => typeset(words[locale], locale), [locale])
}
