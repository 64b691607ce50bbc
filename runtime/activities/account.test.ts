import { expect, test } from 'vitest'
import { senderOf } from './account.ts'

test('an address kept on several lines is written on one', () => {
  const entity = { address: '18 rue des Tanneurs,\r\n Bâtiment B \n\n59000 Lille\n' }
  expect(senderOf(entity as never).address).toBe('18 rue des Tanneurs, Bâtiment B, 59000 Lille')
  expect(senderOf({ address: '' } as never).address).toBe('')
})
