import { describe, expect, it } from 'vitest'
import { type LastLook, lastLook } from './last-look.ts'

type Item = NonNullable<LastLook['item']>

function look(item: Partial<Item> = {}, changes: Partial<LastLook> = {}) {
  return lastLook({
    ...{ phase: 'course', place: { node: 'remind', visit: 3 }, excluded: false, optedOut: false },
    stopRules: { dispute: true, promise: true },
    item: {
      ...{ open: 100_000, disputed: false, promised: false, held: false },
      course: { node: 'remind', visit: 3, ended: false },
      ...item,
    },
    ...changes,
  })
}

describe('the last look before a reminder leaves', () => {
  it('lets an unpaid, undisputed invoice go', () => {
    expect(look()).toBeNull()
  })

  it('stops for a payment before anything else', () => {
    expect(look({ open: 0, held: true, disputed: true })).toEqual({ reason: 'paid', outcome: 'cancelled' })
  })

  it('gives a disputed, promised or paused step back, to be done later', () => {
    expect(look({ disputed: true })).toEqual({ reason: 'disputed', outcome: 'held' })
    expect(look({ promised: true })).toEqual({ reason: 'promised', outcome: 'held' })
    expect(look({ held: true })).toEqual({ reason: 'held', outcome: 'held' })
  })

  it('lets a dispute pass where the scenario says that disputes do not hold', () => {
    expect(look({ disputed: true }, { stopRules: { dispute: false, promise: true } })).toBeNull()
  })

  it('stops for whoever is not to be written to', () => {
    expect(look({}, { excluded: true })?.reason).toBe('excluded')
    expect(look({}, { optedOut: true })?.reason).toBe('opted-out')
  })

  it('stops when the file has gone on, or the invoice is gone', () => {
    expect(look({ course: { node: 'remind', visit: 4, ended: false } })?.reason).toBe('superseded')
    expect(look({}, { item: null })?.reason).toBe('unknown-item')
  })

  it('thanks for a payment only while it stands', () => {
    expect(look({ open: 0 }, { phase: 'thanks' })).toBeNull()
    expect(look({ open: 1 }, { phase: 'thanks' })?.reason).toBe('reopened')
  })
})
