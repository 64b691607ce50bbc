import { createServer, type Http2Server } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../process/free-port.ts'
import { isAtLeast } from './temporal-version.ts'
import { useTemporal } from './use-temporal.ts'

const servers: Http2Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that answers GetSystemInfo with this version, and nothing else. */
async function temporalOf(version: string): Promise<string> {
  const server = createServer()
  servers.push(server)
  server.on('stream', (stream) => {
    const message = Buffer.concat([Buffer.from([0x0a, version.length]), Buffer.from(version)])
    const frame = Buffer.alloc(5)
    frame.writeUInt32BE(message.length, 1)
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' })
    stream.end(Buffer.concat([frame, message]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('the company’s own Temporal is used when it is recent enough', async () => {
  const address = await temporalOf('1.33.0')
  expect(await useTemporal(address)).toMatchObject({ address, foundBy: 'environment', version: '1.33.0' })
})

test('a Temporal that is too old is refused with its version, the one needed and the cure', async () => {
  const address = await temporalOf('1.29.1')
  const using = useTemporal(address)
  await expect(using).rejects.toMatchObject({ code: 'server-too-old' })
  await expect(using).rejects.toThrow(
    /is version 1\.29\.1; 1\.32\.0 or later is needed\. Upgrade it, or unset TEMPORAL_ADDRESS/,
  )
})

test('a Temporal that does not answer is not silently replaced by another', async () => {
  const using = useTemporal(`127.0.0.1:${await freePort()}`)
  await expect(using).rejects.toMatchObject({ code: 'server-unreachable', data: { need: 'temporal' } })
})

test.each([
  ['1.32.0', '1.32.0', true],
  ['1.32.1-rc.1', '1.32.0', true],
  ['1.9.1', '1.32.0', false],
  ['2.0', '1.32.0', true],
  ['8', '6.0', true],
])('version %s against %s: %s', (found, needed, enough) => {
  expect(isAtLeast(found, needed)).toBe(enough)
})
