import { expect, test } from 'vitest'
import { mentionsIn } from './mentions.ts'

const names = ['Chantal', 'Chantal Morel', 'Karim Haddad']

test('a colleague is called by the whole name, whatever its capitals, and only once', () => {
  expect(mentionsIn('@chantal morel et @Karim Haddad : et vous, @Karim Haddad ?', { names })).toEqual([
    'Chantal Morel',
    'Karim Haddad',
  ])
})

test('a shorter name is another person, a longer word or an address is nobody', () => {
  expect(mentionsIn('@Chantal, voyez avec @Chantale', { names })).toEqual(['Chantal'])
  expect(mentionsIn('à écrire à compta@exemple.fr', { names })).toEqual([])
})
