import { expect, it } from 'vitest'
import { isLedgerStale } from './ledger-age.ts'

const stale = (limit: number | null, updatedOn: string | null) =>
  isLedgerStale({ limit, updatedOn, today: '2026-10-14' })

it('a ledger of three days is good for three days and no longer', () => {
  expect([stale(3, '2026-10-11'), stale(3, '2026-10-10')]).toEqual([false, true])
})

it('a limit of no day asks for a statement of the same day', () => {
  expect([stale(0, '2026-10-14'), stale(0, '2026-10-13')]).toEqual([false, true])
})

it('without a limit nothing is too old; with one, a ledger that was never stated is', () => {
  expect([stale(null, '2020-01-01'), stale(null, null), stale(3, null)]).toEqual([false, false, true])
})
