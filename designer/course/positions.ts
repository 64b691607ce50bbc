const hourMs = 3_600_000

/**
 * Where each moment stands on the slider, in hours since the first: as far apart as they are in time, and what happens within
 * an hour far enough apart to be told from each other.
 */
export function positionsOf(moments: readonly { readonly at: string }[]): number[] {
  const first = Date.parse(moments[0]?.at ?? '')
  const apart = apartness(moments)
  const positions: number[] = []
  for (const { at } of moments) {
    const wished = Math.round((Date.parse(at) - first) / hourMs)
    const before = positions.at(-1)
    positions.push(before === undefined ? wished : Math.max(wished, before + apart))
  }
  return positions
}

/** Hours that make a hundredth of the whole course. */
function apartness(moments: readonly { readonly at: string }[]): number {
  const [first, last] = [moments[0], moments.at(-1)]
  if (first === undefined || last === undefined) return 1
  return Math.max(1, Math.round((Date.parse(last.at) - Date.parse(first.at)) / hourMs / 100))
}
