import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import pino from 'pino'
import { createWorker } from './activities/create-worker.ts'
import { readServedConfig } from './config.ts'
import { RelanceError } from './errors.ts'
import { installedNodes } from './host/installed-nodes.ts'
import { runAsProgram } from './host/run-as-program.ts'
import { connectDatabase, disconnectDatabase } from './models/connect-database.ts'

/** What is under way may take this long (ms) once the worker was asked to stop; a send cut short is never sent again. */
const grace = 3_000

/** The worker: runs the files, the contact desks and what they ask for. */
await runAsProgram(async () => {
  const config = readServedConfig()
  const log = pino({ level: config.logLevel, name: 'worker' })
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
  await connectDatabase(config.mongodbUri)
  const { temporalAddress: address, temporalNamespace: namespace, home, smtpUrl, catcherSmtpUrl: catcherUrl } = config
  const connection = await NativeConnection.connect({ address }).catch((error: Error) => {
    throw new RelanceError('server-unreachable', { need: 'temporal', address, reason: error.message }, { cause: error })
  })
  const { registry, effects } = await installedNodes()
  const worker = await createWorker({
    ...{ connection, namespace, home, smtpUrl, catcherUrl, log },
    services: { registry, effects },
    options: { shutdownGraceTime: grace, shutdownForceTime: grace + 500 },
  })
  return {
    running: worker.run(),
    async stop() {
      await worker.stop()
      await connection.close()
      await disconnectDatabase()
    },
  }
})
