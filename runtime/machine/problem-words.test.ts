import { expect, test } from 'vitest'
import { problemText, problemWords } from './problem-words.ts'

test('every sentence has the same gaps in both languages', () => {
  const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  for (const [code, words] of Object.entries(problemWords)) expect(gaps(words.fr), code).toEqual(gaps(words.en))
})

test('a problem is told with its values', () => {
  expect(problemText({ code: 'outcome-not-wired', values: { port: 'sent' } }, 'fr')).toBe(
    "L'issue « sent » ne mène à rien : reliez-la à une étape.",
  )
})

test('a code that only a custom kind knows is named', () => {
  expect(problemText({ code: 'odd-number' }, 'en')).toBe('This setting does not fit (odd-number).')
})
