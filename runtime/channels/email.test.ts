import { afterEach, describe, expect, it } from 'vitest'
import { createEmailChannel } from './email.ts'
import { channelContract, letter, type Provider } from './testing/channel-contract.ts'
import { openSmtpHost, refusal, type SmtpHost, type SmtpManners } from './testing/smtp-host.ts'

const manners: Record<Exclude<Provider, 'is-away'>, SmtpManners> = {
  accepts: {},
  'refuses-for-good': { onRcptTo: (_address, _session, done) => done(refusal(550, 'no such mailbox')) },
  'refuses-for-now': { onRcptTo: (_address, _session, done) => done(refusal(451, 'greylisted')) },
  'breaks-off': { afterData: (_answer, hangUp) => hangUp() },
}

channelContract('e-mail', async (provider) => {
  const host = await openSmtpHost(provider === 'is-away' ? {} : manners[provider])
  if (provider === 'is-away') await host.close()
  const channel = createEmailChannel({ url: host.url, timeout: 2_000 })
  return { channel, received: () => host.taken, close: provider === 'is-away' ? async () => {} : host.close }
})

const go = { lastLook: async () => true }
const hosts: SmtpHost[] = []
const openHost = async (kind: SmtpManners = {}) => {
  const host = await openSmtpHost(kind)
  hosts.push(host)
  return host
}

afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
})

describe('an e-mail', () => {
  it('carries the key of its send, so that a repeat can be told', async () => {
    const { url, taken } = await openHost()
    const channel = createEmailChannel({ url })
    await channel.send(letter, go)
    await channel.close()
    expect(taken[0]).toContain('Message-ID: <m-0123456789abcdef@corvane.example>')
    expect(taken[0]).toContain('X-Relance-Key: m-0123456789abcdef')
    expect(taken[0]).toContain('Date: Wed, 14 Oct 2026 08:00:00 +0000')
  })

  it('is refused, not lost, when the server takes the content and then says no', async () => {
    const { url } = await openHost({ afterData: (answer) => answer(refusal(452, 'disk full')) })
    const channel = createEmailChannel({ url })
    expect(await channel.send(letter, go)).toMatchObject({ result: 'refused', retry: true })
    await channel.close()
  })

  it('is refused for good when its address would forge a command', async () => {
    const { url, taken } = await openHost()
    const channel = createEmailChannel({ url })
    const address = 'compta@client.example>\r\nRCPT TO:<all@client.example'
    const delivery = await channel.send({ ...letter, to: { name: 'Compta', address } }, go)
    await channel.close()
    expect(delivery).toMatchObject({ result: 'refused', retry: false })
    expect(taken).toHaveLength(0)
  })

  it('forges no header out of a name or a subject that holds a line break', async () => {
    const { url, taken } = await openHost()
    const channel = createEmailChannel({ url })
    const forged = 'Talbot\r\nBcc: all@client.example'
    await channel.send({ ...letter, subject: forged, to: { ...letter.to, name: forged } }, go)
    await channel.close()
    expect(taken[0]).not.toMatch(/^Bcc:/im)
  })

  it('is uncertain when the server takes the content and says nothing', async () => {
    const { url, taken } = await openHost({ afterData: () => {} })
    const channel = createEmailChannel({ url, timeout: 700 })
    expect((await channel.send(letter, go)).result).toBe('uncertain')
    expect(taken).toHaveLength(1)
    await channel.close()
  })

  it('shares few connections with many others, each sent once', async () => {
    const { url, taken } = await openHost()
    const channel = createEmailChannel({ url, connections: 2 })
    const keys = Array.from({ length: 40 }, (_, index) => `m-${index}`)
    const deliveries = await Promise.all(keys.map((key) => channel.send({ ...letter, key }, go)))
    await channel.close()
    expect(deliveries.every(({ result }) => result === 'sent')).toBe(true)
    expect(new Set(taken.map((text) => /X-Relance-Key: (\S+)/.exec(text)?.[1]))).toEqual(new Set(keys))
    expect(taken).toHaveLength(40)
  })

  it('is refused for now when more wait than the queue may hold', async () => {
    const { url, taken } = await openHost()
    const channel = createEmailChannel({ url, connections: 1, queue: 3 })
    const keys = Array.from({ length: 10 }, (_, index) => `m-${index}`)
    const deliveries = await Promise.all(keys.map((key) => channel.send({ ...letter, key }, go)))
    await channel.close()
    const refused = deliveries.filter((delivery) => delivery.result === 'refused')
    expect(refused.map((delivery) => delivery.retry)).toEqual(Array.from({ length: 6 }, () => true))
    expect(taken).toHaveLength(4)
  })

  it('is kept for later when the server has gone since the last one', async () => {
    const { url, taken, close } = await openHost()
    const channel = createEmailChannel({ url })
    await channel.send(letter, go)
    await close()
    expect(await channel.send(letter, go)).toMatchObject({ result: 'refused', retry: true })
    await channel.close()
    expect(taken).toHaveLength(1)
  })
})
