import { connect } from 'node:net'
import { RelanceError } from '../../errors.ts'
import { withoutSecret } from '../database/use-database.ts'
import type { ServerHandle } from '../server-handle.ts'

const timeout = 8_000

/** The mail server that an `smtp(s)://` address names. Throws `server-unreachable` when nothing listens there. */
export async function useMail(url: string, page?: string): Promise<ServerHandle> {
  const { hostname, port, protocol } = new URL(url)
  await reach(hostname, Number(port) || (protocol === 'smtps:' ? 465 : 587)).catch((error: Error) => {
    throw new RelanceError('server-unreachable', { need: 'mail', address: withoutSecret(url), reason: error.message })
  })
  return { need: 'mail', address: url, page, foundBy: 'environment', version: '', stop: async () => {} }
}

function reach(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout })
    socket.once('connect', () => {
      socket.destroy()
      resolve()
    })
    socket.once('timeout', () => socket.destroy(new Error(`no answer within ${timeout / 1000} s`)))
    socket.once('error', reject)
  })
}
