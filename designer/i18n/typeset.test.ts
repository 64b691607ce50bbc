import { expect, test } from 'vitest'
import { typeset } from './typeset.ts'

test('French keeps double punctuation on the line of its word', () => {
  expect(typeset('Pourquoi ? Voici : « rien »', 'fr')).toBe('Pourquoi\u202f? Voici\u00a0: «\u00a0rien\u00a0»')
})

test('French and English print true apostrophes', () => {
  expect(typeset("l'échu d'aujourd'hui", 'fr')).toBe('l’échu d’aujourd’hui')
  expect(typeset("the customer's invoices", 'en')).toBe('the customer’s invoices')
})

test('a clock time or an address is left alone', () => {
  expect(typeset('de 10:00 à 13:00, http://exemple.fr', 'fr')).toBe('de 10:00 à 13:00, http://exemple.fr')
})

test('English keeps its spaces', () => {
  expect(typeset('Nothing to do: well done!', 'en')).toBe('Nothing to do: well done!')
})
