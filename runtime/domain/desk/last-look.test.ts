import { describe, expect, it } from 'vitest'
import { heldReasons, type LastLook, lastLook } from './last-look.ts'
import { scopesOf } from './restraint.ts'

type Item = NonNullable<LastLook['item']>

function look(item: Partial<Item> = {}, changes: Partial<LastLook> = {}) {
  return lastLook({
    ...{ phase: 'course', place: { node: 'remind', visit: 3 }, held: null, excluded: null },
    carrier: null,
    stopRules: { dispute: true, promise: true },
    item: {
      ...{ open: 100_000, disputed: false, promised: false },
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
    expect(look({ open: 0, disputed: true }, { held: 'everything', excluded: 'debtor' })).toEqual({
      reason: 'paid',
      outcome: 'cancelled',
    })
  })

  it('gives a disputed, promised or paused step back, to be done later', () => {
    expect(look({ disputed: true })).toEqual({ reason: 'disputed', outcome: 'held' })
    expect(look({ promised: true })).toEqual({ reason: 'promised', outcome: 'held' })
    expect(look({}, { held: 'invoice' })).toEqual({ reason: 'held', outcome: 'held' })
  })

  it('stops everything at once, thanks included, and gives every step back', () => {
    for (const scope of scopesOf.hold) {
      expect(look({}, { held: scope })).toEqual({ reason: heldReasons[scope], outcome: 'held' })
      expect(look({ open: 0 }, { held: scope, phase: 'thanks' })?.outcome).toBe('held')
    }
  })

  it('keeps a step back rather than pass it by, while it is both paused and excluded', () => {
    expect(look({}, { held: 'debtor', excluded: 'debtor' })?.outcome).toBe('held')
  })

  it('lets a dispute pass where the scenario says that disputes do not hold', () => {
    expect(look({ disputed: true }, { stopRules: { dispute: false, promise: true } })).toBeNull()
  })

  it('stops for whoever is not to be written to', () => {
    expect(look({}, { excluded: 'debtor' })?.reason).toBe('excluded')
    expect(look({}, { excluded: 'contact' })?.reason).toBe('opted-out')
    expect(look({}, { excluded: 'invoice' })?.reason).toBe('excluded-invoice')
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
