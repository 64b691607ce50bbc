import type { Locale } from '@relance/sdk/words'
import { typeset } from './typography.ts'

const mustache = /(\{\{[^{}]*\}\})/

/** Author's words as HTML: typeset, escaped, `**bold**`; expressions are left to the engine. */
export function toHtml(source: string, locale: Locale): string {
  const html = mapWords(source, (words) => escapeHtml(typeset(words, locale)))
  return html.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
}

/** Author's words as plain text. */
export function toText(source: string, locale: Locale): string {
  return mapWords(source, (words) => typeset(words, locale)).replace(/\*\*(.+?)\*\*/g, '$1')
}

function mapWords(source: string, change: (words: string) => string): string {
  return source
    .split(mustache)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
