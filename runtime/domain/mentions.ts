/** The names, out of those known, that a text calls with an @: « @Chantal Morel, qu'en pensez-vous ? ». In the order of the text. */
export function mentionsIn(text: string, { names }: { names: readonly string[] }): string[] {
  const longestFirst = [...names].sort((left, right) => right.length - left.length)
  const found: string[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const called = longestFirst.find((name) => isCalled(name, { text, at: at + 1 }))
    if (called !== undefined && !found.includes(called)) found.push(called)
  }
  return found
}

/** A name that goes on into another word is somebody else's. */
function isCalled(name: string, { text, at }: { text: string; at: number }): boolean {
  const end = at + name.length
  return text.slice(at, end).toLowerCase() === name.toLowerCase() && !/^[\p{L}\p{N}]/u.test(text.slice(end))
}
