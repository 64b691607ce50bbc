import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { frenchTerritoryOf } from './french-territory.ts'
import { holidaysOf } from './holidays-of.ts'

test('a German customer is left alone on 3 October, a French one is not', () => {
  expect(holidaysOf({ country: 'DE' }).isHoliday('2026-10-03')).toBe(true)
  expect(holidaysOf({ country: 'FR' }).isHoliday('2026-10-03')).toBe(false)
})

test('a country without a known calendar has no holidays', () => {
  expect(holidaysOf({ country: 'ZZ' }).isHoliday('2026-12-25')).toBe(false)
})

test('Good Friday and 26 December are holidays in Strasbourg, Colmar and Metz, not in Nancy', () => {
  for (const postalCode of ['67000', '68 000', '57000', '67958']) {
    const { isHoliday } = holidaysOf({ country: 'FR', postalCode })
    expect([isHoliday('2026-04-03'), isHoliday('2026-12-26')], postalCode).toEqual([true, true])
  }
  const nancy = holidaysOf({ country: 'FR', postalCode: '54000' })
  expect([nancy.isHoliday('2026-04-03'), nancy.isHoliday('2026-12-26')]).toEqual([false, false])
})

test.each([
  ['Mayotte', '97600', '2026-04-27', 'Indian/Mayotte'],
  ['Martinique', '97200', '2026-05-22', 'America/Martinique'],
  ['Guadeloupe', '97110', '2026-05-27', 'America/Guadeloupe'],
  ['Saint-Martin', '97150', '2026-05-27', 'America/Marigot'],
  ['Guyane', '97300', '2026-06-10', 'America/Cayenne'],
  ['Saint-Barthélemy', '97133', '2026-10-09', 'America/St_Barthelemy'],
  ['La Réunion', '97400', '2026-12-20', 'Indian/Reunion'],
  ['Nouvelle-Calédonie', '98800', '2026-09-24', 'Pacific/Noumea'],
  ['Polynésie', '98713', '2026-11-20', 'Pacific/Tahiti'],
  ['Wallis-et-Futuna', '98600', '2026-07-29', 'Pacific/Wallis'],
])('%s (%s) keeps %s and lives by the clock %s', (_name, postalCode, day, zone) => {
  expect(holidaysOf({ country: 'FR', postalCode }).isHoliday(day)).toBe(true)
  expect(holidaysOf({ country: 'FR', postalCode: '75011' }).isHoliday(day)).toBe(false)
  expect(frenchTerritoryOf({ country: 'FR', postalCode })?.zone).toBe(zone)
})

test('an address that names Réunion as its country is in Réunion too', () => {
  expect(holidaysOf({ country: 'RE' }).isHoliday('2026-12-20')).toBe(true)
  expect(frenchTerritoryOf({ country: 'RE' })?.zone).toBe('Indian/Reunion')
})

test('a postal code that is none is mainland France, and 67000 elsewhere is not Alsace', () => {
  expect(frenchTerritoryOf({ country: 'FR', postalCode: '67' })?.zone).toBe('Europe/Paris')
  expect(holidaysOf({ country: 'FR', postalCode: '67' }).isHoliday('2026-12-26')).toBe(false)
  expect(frenchTerritoryOf({ country: 'DE', postalCode: '67000' })).toBeUndefined()
})

describe('territories agree with the general library from 1990 to 2060', () => {
  // The library counts Good Friday in Martinique and Guadeloupe, where it is a custom and not in the Labour Code.
  test.each([
    ['67', '67000', []],
    ['57', '57000', []],
    ['MQ', '97200', ['Vendredi saint']],
    ['GP', '97110', ['Vendredi saint']],
    ['GF', '97300', []],
    ['RE', '97400', []],
    ['YT', '97600', []],
    ['MF', '97150', []],
    ['BL', '97133', []],
  ])('%s', (state, postalCode, customs: readonly string[]) => {
    const library = new Holidays('FR', state, { types: ['public'] })
    const { isHoliday } = holidaysOf({ country: 'FR', postalCode })
    for (let year = 1990; year <= 2060; year += 1) {
      const expected = new Set(
        library
          .getHolidays(year)
          .filter(({ name }) => !customs.includes(name))
          .map(({ date }) => date.slice(0, 10)),
      )
      expect(daysOf(year).filter(isHoliday), String(year)).toEqual([...expected].sort())
    }
  })
})

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    days.push(new Date(time).toISOString().slice(0, 10))
  }
  return days
}
