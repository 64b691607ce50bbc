import { describe, expect, test } from 'vitest'
import { type Branch, branchSentence } from './branch-sentence.ts'

const large: Branch = {
  id: 'large',
  name: 'Gros dossiers',
  nameEn: '',
  match: 'all',
  tests: [
    { fact: 'account.balance', is: '>', value: 500_000 },
    { fact: 'invoice.daysLate', is: '>', value: 30 },
  ],
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('A condition read back', () => {
  test('says amounts in euros and delays in days, and its verb once', () => {
    expect(plain(branchSentence(large, { locale: 'fr' }))).toBe(
      'si le solde du compte dépasse 5 000 € et le retard 30 jours',
    )
    expect(plain(branchSentence(large, { locale: 'en' }))).toBe(
      'if the account balance exceeds €5,000 and the delay 30 days',
    )
  })

  test('keeps cents that are not round and says « ou » when one condition is enough', () => {
    const any: Branch = {
      ...large,
      match: 'any',
      tests: [
        { fact: 'invoice.open', is: '≥', value: 12_345 },
        { fact: 'debtor.segment', is: '=', value: 'key-account' },
      ],
    }
    expect(plain(branchSentence(any, { locale: 'fr' }))).toBe(
      'si le solde de la facture atteint 123,45 € ou le segment du client est Grand compte',
    )
  })
})
