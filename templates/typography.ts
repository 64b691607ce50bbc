import type { Locale } from '@relance/sdk/words'

const narrow = '\u202f'
const wide = '\u00a0'

/**
 * Sets the no-break spaces and quotes of written French, the curly quotes of both languages, in an author's plain words:
 * narrow before `; ! ?`, wide before `:`, inside « » and before a unit (Imprimerie nationale).
 */
export function typeset(text: string, locale: Locale): string {
  const curly = text.replaceAll("'", '’')
  if (locale === 'en') return curly
  return curly
    .replace(/ +([;!?])/g, `${narrow}$1`)
    .replace(/ +:/g, `${wide}:`)
    .replace(/« */g, `«${wide}`)
    .replace(/ *»/g, `${wide}»`)
    .replace(/(\d) +(?=[€%])/g, `$1${wide}`)
    .replace(/\b(n°|art\.|L\.|D\.|M\.|Mme) +/g, `$1${wide}`)
}
