import type { Locale } from '@relance/sdk/words'

const thin = '\u202f'
const wide = '\u00a0'

/** French set as a printer would: no-break spaces before double punctuation and inside « », true apostrophes. */
function typesetFrench(text: string): string {
  return text
    .replace(/« ?/g, `«${wide}`)
    .replace(/ ?»/g, `${wide}»`)
    .replace(/(\S) :(?=\s|$)/g, `$1${wide}:`)
    .replace(/ ([;!?])/g, `${thin}$1`)
    .replace(/(\d) (?=%|€|h\b|j\b|jours?\b|Ko\b)/g, `$1${wide}`)
    .replace(/\{\{count\}\} /g, `{{count}}${wide}`)
}

/**
 * Makes a catalogue's plain text fit to print in its language. Catalogues are written with ordinary spaces and
 * apostrophes, so that no invisible character has to be typed or reviewed.
 */
export function typeset(text: string, locale: Locale): string {
  const curled = text.replace(/(\p{L})'(?=\p{L}|\{|«)/gu, '$1’')
  return locale === 'fr' ? typesetFrench(curled) : curled
}
