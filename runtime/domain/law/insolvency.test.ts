import { describe, expect, it } from 'vitest'
import { holidaysOf } from '../calendar/holidays-of.ts'
import { declarationDeadline, isPriorClaim } from './insolvency.ts'

const holidays = holidaysOf({ country: 'FR', postalCode: '33000' })
const deadline = (from: string) => declarationDeadline({ from, holidays })

describe('a claim on an insolvent customer', () => {
  it('is prior to the judgment when it was invoiced on its day or before', () => {
    const prior = (issueDate: string) => isPriorClaim({ issueDate }, '2026-03-10')
    expect([prior('2026-03-09'), prior('2026-03-10'), prior('2026-03-11')]).toEqual([true, true, false])
  })

  it('is declared within two months of the publication', () => {
    expect(deadline('2026-03-17')).toBe('2026-05-18')
    expect(deadline('2026-01-13')).toBe('2026-03-13')
  })

  it('may be declared until the next working day when the limit falls on a Sunday or a holiday', () => {
    expect(deadline('2026-03-01')).toBe('2026-05-04')
    expect(deadline('2026-05-14')).toBe('2026-07-15')
  })

  it('keeps to the end of a shorter month', () => {
    expect(deadline('2026-12-31')).toBe('2027-03-01')
  })
})
