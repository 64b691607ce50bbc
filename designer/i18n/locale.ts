import type { Locale } from '@relance/sdk/words'

const key = 'relance.locale'

/** The language kept by this browser; French unless English was chosen. */
export function keptLocale(): Locale {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'fr'
  } catch {
    return 'fr'
  }
}

export function keepLocale(locale: Locale): void {
  document.documentElement.lang = locale
  try {
    localStorage.setItem(key, locale)
  } catch {
    // A browser that keeps nothing still shows the language for this visit.
  }
}
