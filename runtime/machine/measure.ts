/** How big a value is, without recursion: characters of its JSON, about, and levels of nesting. */
export interface Measure {
  readonly size: number
  readonly depth: number
}

/** Measures a value of unknown origin and stops as soon as a bound is passed, so that a cyclic or endless value is cheap. */
export function measure(value: unknown, { size: most, depth: deepest }: Measure): Measure {
  let size = 0
  let depth = 0
  const stack: [unknown, number][] = [[value, 1]]
  while (stack.length > 0) {
    const [part, level] = stack.pop()!
    if (level > depth) depth = level
    size += typeof part === 'string' ? part.length + 2 : 4
    if (size > most || depth > deepest) break
    if (typeof part !== 'object' || part === null) continue
    for (const [key, inner] of Object.entries(part)) {
      size += Array.isArray(part) ? 1 : key.length + 3
      stack.push([inner, level + 1])
    }
  }
  return { size, depth }
}
