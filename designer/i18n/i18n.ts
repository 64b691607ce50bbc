import type { Locale } from '@relance/sdk/words'
import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { keepLocale, keptLocale } from './locale.ts'

/** Catalogues register themselves with their page, so a first visit loads only the words that it shows. */
export const i18n = createInstance()

void i18n.use(initReactI18next).init({
  lng: typeof localStorage === 'undefined' ? 'fr' : keptLocale(),
  fallbackLng: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

export function currentLocale(): Locale {
  return i18n.language === 'en' ? 'en' : 'fr'
}

export function changeLocale(locale: Locale): void {
  keepLocale(locale)
  void i18n.changeLanguage(locale)
}
