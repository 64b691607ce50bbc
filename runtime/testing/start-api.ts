import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { registry } from '@relance/nodes/registry'
import pino from 'pino'
import { createApi } from '../api/create-api.ts'
import { recordingFiles } from '../api/testing/recording-files.ts'
import { readConfig } from '../config.ts'
import { connectDatabase, disconnectDatabase } from '../models/connect-database.ts'
import { findDatabase } from '../servers/database/find-database.ts'
import { startDatabase } from '../servers/database/start-database.ts'

/**
 * The real API over a database of its own in `home`, with the built pages in `designer`. The durable engine is recorded
 * instead of run: what is drawn is kept and published, and no file follows it.
 */
export async function startApi({ home, designer }: { home: string; designer: string }) {
  const { path, cache } = readConfig()
  const database = await startDatabase({ home, found: await findDatabase({ path, cache, report: () => {} }) })
  await connectDatabase(database.address)
  const { app, close } = createApi({
    ports: {
      now: () => new Date(),
      registry,
      files: recordingFiles({ on: false }).files,
      rehearsals: { start: async () => undefined },
      pages: { mail: null, temporal: null },
      health: async () => ({}),
      warn: (fields) => console.error(fields),
    },
    log: pino({ level: 'silent' }),
    version: 'test',
    ...{ loopback: true, demo: false, designer, uploads: home },
  })
  const server = createServer(app)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    page: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await disconnectDatabase()
      await database.stop()
    },
  }
}
