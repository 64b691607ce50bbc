import { describe, expect, test } from 'vitest'
import { dateIn, formatClock, formatDate, formatInstant, formatShortDate } from './date.ts'
import { formatAgo, formatAhead, formatDelay, formatDelayShort } from './delay.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const paris = { zone: 'Europe/Paris', now: new Date('2026-10-10T08:00:00Z') }

describe('dates', () => {
  test('a due date names its weekday in both languages', () => {
    expect(plain(formatDate('2026-10-14', 'fr'))).toBe('mer. 14 oct. 2026')
    expect(plain(formatDate('2026-10-14', 'en'))).toBe('Wed 14 Oct 2026')
    expect(plain(formatShortDate('2026-10-14', 'fr'))).toBe('14 oct. 2026')
  })

  test('the first of a month is « 1er » in French', () => {
    expect(plain(formatDate('2026-06-01', 'fr'))).toBe('lun. 1er juin 2026')
    expect(plain(formatShortDate('2026-06-01', 'fr'))).toBe('1er juin 2026')
    expect(plain(formatShortDate('2026-06-01', 'en'))).toBe('1 Jun 2026')
    expect(plain(formatShortDate('2026-06-11', 'fr'))).toBe('11 juin 2026')
  })

  test('a date never breaks over two lines', () => {
    expect(formatDate('2026-10-14', 'fr')).not.toContain(' ')
  })

  test('an instant is told in the zone of the entity', () => {
    expect(plain(formatInstant('2026-10-13T07:40:00Z', { locale: 'fr', ...paris }))).toBe('mar. 13 oct. 9 h 40')
    expect(plain(formatInstant('2026-10-13T07:40:00Z', { locale: 'en', ...paris }))).toBe('Tue 13 Oct 9:40 am')
  })

  test('another year is told', () => {
    expect(plain(formatInstant('2025-10-14T08:00:00Z', { locale: 'fr', ...paris }))).toBe('mar. 14 oct. 2025 10 h')
  })

  test('midnight in Paris belongs to the day that begins', () => {
    expect(dateIn('2026-10-13T22:00:00Z', 'Europe/Paris')).toBe('2026-10-14')
    expect(plain(formatClock('2026-10-13T22:00:00Z', { locale: 'fr', zone: 'Europe/Paris' }))).toBe('0 h')
  })
})

describe('delays', () => {
  test('a collector reads J+8', () => {
    expect([8, 0, -3].map((days) => formatDelayShort(days, 'fr'))).toEqual(['J+8', 'J', 'J−3'])
    expect(formatDelayShort(8, 'en')).toBe('D+8')
  })

  test('a delay reads as a sentence, one day in the singular', () => {
    expect(plain(formatDelay(1, 'fr'))).toBe('1 jour de retard')
    expect(plain(formatDelay(12, 'fr'))).toBe('12 jours de retard')
    expect(plain(formatDelay(-3, 'fr'))).toBe('échéance dans 3 jours')
    expect(plain(formatDelay(0, 'en'))).toBe('due today')
    expect(plain(formatDelay(-1, 'en'))).toBe('due in 1 day')
  })

  test('a moment is told from now', () => {
    expect(plain(formatAgo('2026-10-08T08:00:00Z', { locale: 'fr', now: paris.now }))).toBe('avant-hier')
    expect(plain(formatAgo('2026-10-10T11:00:00Z', { locale: 'fr', now: paris.now }))).toBe('dans 3 heures')
    expect(plain(formatAgo('2026-10-10T07:59:50Z', { locale: 'en', now: paris.now }))).toBe('just now')
  })
})

test.each([
  [1_652, 'dans 4 ans', 'in 4 years'],
  [250, 'dans 8 mois', 'in 8 months'],
  [12, 'dans 12 jours', 'in 12 days'],
])('%i days to come are told as %s', (days, fr, en) => {
  expect(plain(formatAhead(days, 'fr'))).toBe(fr)
  expect(plain(formatAhead(days, 'en'))).toBe(en)
})
