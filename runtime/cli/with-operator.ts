import { userInfo } from 'node:os'
import { createFileDoor } from '../activities/file-door.ts'
import { createRehearsalDoor } from '../activities/rehearsal/rehearsal-door.ts'
import { readConfig } from '../config.ts'
import { connectTemporal } from '../host/connect-temporal.ts'
import { installedNodes } from '../host/installed-nodes.ts'
import { connectDatabase, disconnectDatabase } from '../models/connect-database.ts'
import type { Operator } from '../operations/ports.ts'
import { withServers } from '../servers/with-servers.ts'

/**
 * Lends a command the database and the running files, of the Relance that runs here or of servers started for as long as it
 * takes. Commands act as the person at the terminal.
 */
export function withOperator<T>(use: (operator: Operator) => Promise<T>): Promise<T> {
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  return withServers({ config: readConfig(), report: say }, async (config) => {
    await connectDatabase(config.mongodbUri)
    const client = await connectTemporal(config)
    try {
      const { registry } = await installedNodes()
      const ports: Operator['ports'] = {
        now: () => new Date(),
        registry,
        files: createFileDoor(client),
        rehearsals: createRehearsalDoor(client),
        pages: { mail: null, temporal: null },
        health: async () => ({}),
        warn: (_fields, text) => say(text),
      }
      return await use({ ports, author: userInfo().username })
    } finally {
      await client.connection.close()
      await disconnectDatabase()
    }
  })
}
