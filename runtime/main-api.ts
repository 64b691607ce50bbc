import { join } from 'node:path'
import pino from 'pino'
import { createFileDoor } from './activities/file-door.ts'
import { createRehearsalDoor } from './activities/rehearsal/rehearsal-door.ts'
import { createApi } from './api/create-api.ts'
import { openUploads } from './api/upload.ts'
import { checkout, isLoopback, readServedConfig, version } from './config.ts'
import { connectTemporal } from './host/connect-temporal.ts'
import { installedNodes } from './host/installed-nodes.ts'
import { close, listen } from './host/listen.ts'
import { runAsProgram } from './host/run-as-program.ts'
import { serviceHealth } from './host/service-health.ts'
import { connectDatabase, disconnectDatabase } from './models/connect-database.ts'
import type { Ports } from './operations/ports.ts'
import { seedDemo } from './operations/seed-demo.ts'
import { startSweeper } from './operations/sweeper.ts'

/** Requests under way may take this long (ms) once the API was asked to stop. */
const grace = 2_000

/** The API and the page. */
await runAsProgram(async () => {
  const config = readServedConfig()
  const log = pino({ level: config.logLevel, name: 'api' })
  const uploads = join(config.home, 'uploads')
  await openUploads(uploads)
  await connectDatabase(config.mongodbUri)
  const client = await connectTemporal(config)
  const { registry, problems } = await installedNodes()
  for (const problem of problems) log.warn(problem, 'a node package was left out')
  const ports: Ports = {
    now: () => new Date(),
    registry,
    files: createFileDoor(client),
    rehearsals: createRehearsalDoor(client),
    pages: { mail: config.catcherPageUrl ?? null, temporal: config.temporalPageUrl ?? null },
    health: serviceHealth({ client, smtpUrl: config.smtpUrl }),
    warn: (fields, text) => log.warn(fields, text),
  }
  const operator = { ports, author: 'relance' }
  if (config.demo) await seedDemo(operator)
  const loopback = isLoopback(config.host)
  const designer = join(checkout, 'designer', 'dist')
  const { app, close: endStreams } = createApi({
    ports,
    log,
    version,
    loopback,
    demo: config.demo ?? false,
    designer,
    uploads,
  })
  const server = await listen(app, config)
  const stopSweeper = startSweeper(operator)
  return {
    async stop() {
      endStreams()
      await Promise.all([close(server, grace), stopSweeper()])
      await client.connection.close()
      await disconnectDatabase()
    },
  }
})
