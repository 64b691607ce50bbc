import { RelanceError } from '../../errors.ts'
import type { ServerHandle } from '../server-handle.ts'
import { probeTemporal } from './probe-temporal.ts'
import { isAtLeast, neededServer } from './temporal-version.ts'

/** The Temporal server that TEMPORAL_ADDRESS names. Throws `server-unreachable` or `server-too-old`. */
export async function useTemporal(address: string, page?: string): Promise<ServerHandle> {
  const version = await probeTemporal(address, 10_000).catch((error: Error) => {
    throw new RelanceError('server-unreachable', { need: 'temporal', address, reason: error.message })
  })
  if (!isAtLeast(version, neededServer)) {
    throw new RelanceError('server-too-old', { need: 'temporal', address, found: version, needed: neededServer })
  }
  return { need: 'temporal', address, page, foundBy: 'environment', version, stop: async () => {} }
}
