import { describe, expect, test } from 'vitest'
import { namesFor, nameUnderWay, withName } from './name-under-way.ts'

const names = ['Chantal Morel', 'Karim Haddad', 'Morgane Ruiz']

describe('Calling a colleague', () => {
  test('begins with an @ at the start of a word', () => {
    expect(nameUnderWay('Voir @', { caret: 6 })).toEqual({ from: 5, typed: '' })
    expect(nameUnderWay('@chantal mo', { caret: 11 })).toEqual({ from: 0, typed: 'chantal mo' })
    expect(nameUnderWay('compta@exemple', { caret: 14 })).toBeNull()
    expect(nameUnderWay('@Chantal Morel que pensez vous', { caret: 30 })).toBeNull()
  })

  test('finds first names and surnames without accents, and nobody once the name is whole', () => {
    expect(namesFor('mor', { names })).toEqual(['Chantal Morel', 'Morgane Ruiz'])
    expect(namesFor('Chantal Morel', { names })).toEqual([])
  })

  test('puts the whole name in the place of what was typed', () => {
    expect(withName('Voir @mor demain', { from: 5, typed: 'mor', name: 'Morgane Ruiz' })).toEqual({
      text: 'Voir @Morgane Ruiz demain',
      caret: 19,
    })
  })
})
