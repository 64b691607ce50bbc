/** Draws that the same seed repeats. */
export interface Draw {
  /** From 0, below 1. */
  readonly share: () => number
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number
  readonly chance: (share: number) => boolean
  readonly shuffled: <T>(all: readonly T[]) => T[]
}

/** mulberry32 (Tommy Ettinger, 2017): 32 bits of state, good enough to choose what to break. */
export function seeded(seed: number): Draw {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    share,
    between: (least, most) => least + Math.floor(share() * (most - least + 1)),
    chance: (limit) => share() < limit,
    shuffled: (all) => {
      const order = all.map((value) => ({ value, at: share() }))
      return order.sort((left, right) => left.at - right.at).map(({ value }) => value)
    },
  }
}
