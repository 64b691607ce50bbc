/** Draws that repeat for a seed (mulberry32): the ledger of a seed and a day is always the same. */
export interface Draw {
  /** 0 ≤ x < 1. */
  readonly fraction: () => number
  /** Whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  readonly one: <T>(of: readonly T[]) => T
  readonly chance: (probability: number) => boolean
  /** Log-normal around `middle`: many small, few large. */
  readonly skewed: (middle: number, spread: number) => number
}

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1))
  return {
    fraction,
    whole,
    one: (of) => of[whole(0, of.length - 1)]!,
    chance: (probability) => fraction() < probability,
    skewed: (middle, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())
      return middle * Math.exp(spread * normal)
    },
  }
}
