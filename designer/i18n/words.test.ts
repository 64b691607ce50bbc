import { afterEach, expect, test } from 'vitest'
import { changeLocale } from './i18n.ts'
import { defineArea, sayNow } from './words.ts'

const area = defineArea('test', {
  fr: { hello: "Bonjour : l'échu", rows_one: '{{count}} ligne', rows_other: '{{count}} lignes' },
  en: { hello: 'Hello: overdue', rows_one: '{{count}} row', rows_other: '{{count}} rows' },
})
const say = sayNow(area)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

// The document of a browser is not needed to change words.
globalThis.document ??= { documentElement: {} } as Document

afterEach(() => changeLocale('fr'))

test('a count is printed as a figure and chooses its plural', () => {
  expect(plain(say('rows', { count: 1 }))).toBe('1 ligne')
  expect(plain(say('rows', { count: 2_305 }))).toBe('2 305 lignes')
})

test('zero is singular in French and plural in English', () => {
  expect(plain(say('rows', { count: 0 }))).toBe('0 ligne')
  changeLocale('en')
  expect(say('rows', { count: 0 })).toBe('0 rows')
})

test('a million rows are still said, although French has a plural of its own for them', () => {
  expect(plain(say('rows', { count: 1_000_000 }))).toBe('1 000 000 lignes')
})

test('a catalogue written with ordinary characters is printed with the right ones', () => {
  expect(say('hello')).toBe('Bonjour\u00a0: l’échu')
})
