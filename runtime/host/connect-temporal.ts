import { Client, Connection } from '@temporalio/client'
import type { Config } from '../config.ts'
import { RelanceError } from '../errors.ts'

/** A client of the configured Temporal server. Throws `server-unreachable` after 20 s. */
export async function connectTemporal({ temporalAddress = '', temporalNamespace }: Config): Promise<Client> {
  try {
    const connection = await Connection.connect({ address: temporalAddress, connectTimeout: '20 s' })
    return new Client({ connection, namespace: temporalNamespace })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new RelanceError(
      'server-unreachable',
      { need: 'temporal', address: temporalAddress, reason },
      { cause: error },
    )
  }
}
