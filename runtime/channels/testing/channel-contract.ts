import { describe, expect, it } from 'vitest'
import type { Channel, Delivery, Outgoing } from '../channel.ts'

/** A provider's end, as the contract needs it to behave. */
export type Provider = 'accepts' | 'refuses-for-good' | 'refuses-for-now' | 'is-away' | 'breaks-off'

export interface ChannelUnderTest {
  readonly channel: Channel
  /** Contents that the provider holds. */
  readonly received: () => readonly string[]
  readonly close: () => Promise<void>
}

export const letter: Outgoing = {
  key: 'm-0123456789abcdef',
  from: { name: 'Ateliers Corvane', address: 'comptabilite@corvane.example' },
  to: { name: 'Hélène Brossard', address: 'compta@talbot.example' },
  subject: 'Rappel : facture FA-1 échue',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
  date: new Date('2026-10-14T08:00:00Z'),
}

const go = { lastLook: async () => true }

/** What every way to reach people must do, whatever its provider is. */
export function channelContract(name: string, open: (provider: Provider) => Promise<ChannelUnderTest>): void {
  const sending = async (provider: Provider, options = go): Promise<{ delivery: Delivery; received: number }> => {
    const { channel, received, close } = await open(provider)
    try {
      const delivery = await channel.send(letter, options)
      return { delivery, received: received().length }
    } finally {
      await channel.close()
      await close()
    }
  }

  describe(`${name}, a channel`, () => {
    it('sends what the provider accepts', async () => {
      const { delivery, received } = await sending('accepts')
      expect(delivery.result).toBe('sent')
      expect(received).toBe(1)
    })

    it('sends nothing when the last look says no', async () => {
      const { delivery, received } = await sending('accepts', { lastLook: async () => false })
      expect(delivery).toEqual({ result: 'withheld' })
      expect(received).toBe(0)
    })

    it('sends nothing when the last look fails, and says why', async () => {
      const lastLook = () => Promise.reject(new Error('the ledger does not answer'))
      await expect(sending('accepts', { lastLook })).rejects.toThrow('the ledger does not answer')
    })

    it('takes the last look once per message, only when the provider is ready', async () => {
      let looks = 0
      const lastLook = async () => ++looks > 0
      await sending('accepts', { lastLook })
      await sending('is-away', { lastLook })
      await sending('refuses-for-good', { lastLook })
      expect(looks).toBe(1)
    })

    it('says of a refusal whether the same message may pass later', async () => {
      expect((await sending('refuses-for-good')).delivery).toMatchObject({ result: 'refused', retry: false })
      expect((await sending('refuses-for-now')).delivery).toMatchObject({ result: 'refused', retry: true })
      expect((await sending('is-away')).delivery).toMatchObject({ result: 'refused', retry: true })
    })

    it('does not know what became of a message whose line broke after the content', async () => {
      expect((await sending('breaks-off')).delivery.result).toBe('uncertain')
    })
  })
}
