import { expect, it } from 'vitest'
import { explainDelay } from './explain-delay.ts'

const zone = 'Europe/Paris'
const now = '2026-10-14T07:40:00Z'

it('says how long ago the last contact was, in days of the debtor', () => {
  const recent = { reason: 'recent-contact', now, zone }
  // 00:30 in Paris is still the day before in UTC.
  expect(explainDelay({ ...recent, lastContactAt: '2026-10-11T22:30:00Z' })).toEqual({
    reason: 'recent-contact',
    contactDays: 2,
  })
  expect(explainDelay({ ...recent, lastContactAt: '2026-10-13T22:30:00Z' })).toEqual({ reason: 'contact-today' })
})

it('leaves other reasons as they are', () => {
  expect(explainDelay({ reason: 'outside-hours', lastContactAt: now, now, zone })).toEqual({ reason: 'outside-hours' })
  expect(explainDelay({ reason: null, lastContactAt: null, now, zone })).toEqual({ reason: null })
})
