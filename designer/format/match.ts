/** Lower case without accents, for comparing what people type. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** True if every word typed begins some word of the text. */
export function matches(text: string, query: string): boolean {
  const words = wordsOf(text)
  return wordsOf(query).every((typed) => typed === '' || words.some((word) => word.startsWith(typed)))
}

/** « e-mail » is two words, as it is where it is looked for. */
function wordsOf(text: string): string[] {
  return plainText(text).split(/[^\p{L}\p{N}]+/u)
}
