/** Lower case without accents, for comparing what people type. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** True if every word typed begins some word of the text. */
export function matches(text: string, query: string): boolean {
  const words = plainText(text).split(/[^\p{L}\p{N}]+/u)
  return plainText(query)
    .split(/\s+/)
    .every((typed) => typed === '' || words.some((word) => word.startsWith(typed)))
}
