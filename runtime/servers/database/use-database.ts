import { RelanceError } from '../../errors.ts'
import type { ServerHandle } from '../server-handle.ts'
import { isAtLeast } from '../temporal/temporal-version.ts'
import { neededMongod } from './mongod-version.ts'

/** The database that MONGODB_URI names. Throws `server-unreachable` or `server-too-old`. */
export async function useDatabase(uri: string): Promise<ServerHandle> {
  const version = await versionOf(uri).catch((error: Error) => {
    throw new RelanceError('server-unreachable', {
      need: 'database',
      address: withoutSecret(uri),
      reason: error.message,
    })
  })
  if (!isAtLeast(version, neededMongod)) {
    const address = withoutSecret(uri)
    throw new RelanceError('server-too-old', { need: 'database', address, found: version, needed: neededMongod })
  }
  return { need: 'database', address: uri, foundBy: 'environment', version, stop: async () => {} }
}

async function versionOf(uri: string): Promise<string> {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 8_000 })
  try {
    const { version } = await client.db('admin').command({ buildInfo: 1 })
    return String(version)
  } finally {
    await client.close()
  }
}

/** The address as it may be shown: without the password. */
export function withoutSecret(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, '//')
}
