/** One of 2³² numbers for a key and a turn: no state, so the order in which files are drawn never matters (splitmix32). */
function mix(key: number, turn: number): number {
  let value = (key + Math.imul(turn + 1, 0x9e3779b9)) | 0
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97)
  return (value ^ (value >>> 15)) >>> 0
}

/** Evenly from 0 (included) to 1 (excluded). */
export function chance(key: number, turn: number): number {
  return mix(key, turn) / 4_294_967_296
}

/** Normally distributed around 0 with a deviation of 1 (Box and Muller). Takes two turns. */
export function bell(key: number, turn: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance(key, turn)))
  return radius * Math.cos(2 * Math.PI * chance(key, turn + 1))
}
