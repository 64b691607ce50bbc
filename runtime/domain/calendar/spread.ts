import type { Temporal } from 'temporal-polyfill'
import type { Opening } from './contact-hours.ts'

/** The widest stretch over which files are spread: a morning reminder stays one. */
export const widestSeconds = 3 * 3_600

/**
 * An instant inside an opening, the same each time for the same key. Files of one debtor share its key, so they wake together
 * while the debtors of a whole ledger do not all wake at nine.
 */
export function spreadWithin({ from, to }: Opening, key: string): Temporal.Instant {
  const seconds = Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 1_000)
  const width = Math.min(widestSeconds, seconds)
  return width <= 1 ? from : from.add({ seconds: spreadHash(key) % width })
}

/** FNV-1a, 32 bits, stirred once more (murmur3's finalizer) as its low bits repeat over like keys. */
export function spreadHash(key: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
