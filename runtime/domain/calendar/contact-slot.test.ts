import { expect, test } from 'vitest'
import { type ContactSlotQuery, contactSlot } from './contact-slot.ts'
import { frenchHolidays } from './french-holidays.ts'

const query: ContactSlotQuery = {
  zone: 'Europe/Paris',
  hours: { days: [1, 2, 3, 4, 5], windows: [{ from: '10:00', to: '18:00' }] },
  holidays: frenchHolidays,
  now: '2026-06-09T09:00:00Z',
  minimumContactDelay: 2,
  spreadKey: 'FR01:C0001',
}

test('a first contact within hours leaves at once', () => {
  expect(contactSlot(query)).toBe('2026-06-09T09:00:00Z')
})

test('a contact two days after the last one may leave, one day after is put off to the next morning', () => {
  expect(contactSlot({ ...query, lastContactAt: '2026-06-07T15:00:00Z' })).toBe('2026-06-09T09:00:00Z')
  expect(contactSlot({ ...query, lastContactAt: '2026-06-08T15:00:00Z' })).toMatch(/^2026-06-10T(08|09|10):/)
})

test('what is put off to a Saturday leaves on Monday', () => {
  const now = '2026-06-12T09:00:00Z'
  expect(contactSlot({ ...query, now, lastContactAt: '2026-06-11T09:00:00Z' })).toMatch(/^2026-06-15T/)
})
