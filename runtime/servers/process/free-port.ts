import { createServer } from 'node:net'

function canListen(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

/** Whether nothing listens on `port` of `host`. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await canListen(port, host)) !== undefined
}

/** A free loopback port: `preferred` when it is free, else any. */
export async function freePort(preferred = 0): Promise<number> {
  const found = (await canListen(preferred, '127.0.0.1')) ?? (await canListen(0, '127.0.0.1'))
  if (found === undefined) throw new Error('no free port on 127.0.0.1')
  return found
}
