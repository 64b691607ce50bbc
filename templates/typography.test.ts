import { expect, it } from 'vitest'
import { typeset } from './typography.ts'

it('sets the spaces and quotes of written French', () => {
  expect(typeset("L'échéance : « demain » ; d'accord ?", 'fr')).toBe(
    'L’échéance\u00a0: «\u00a0demain\u00a0»\u202f; d’accord\u202f?',
  )
  expect(typeset('40 € par facture (articles L. 441-10 et D. 441-5)', 'fr')).toBe(
    '40\u00a0€ par facture (articles L.\u00a0441-10 et D.\u00a0441-5)',
  )
})

it('leaves English its own spaces', () => {
  expect(typeset("It's due: really?", 'en')).toBe('It’s due: really?')
})
