import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { createWorker } from '../activities/create-worker.ts'
import { createEmailChannel } from '../channels/email.ts'
import { readServedConfig } from '../config.ts'
import { runAsProgram } from '../host/run-as-program.ts'
import { connectDatabase } from '../models/connect-database.ts'
import { shortMoments } from './short-moments.ts'

/** Ms: a day of the scenario. */
const day = 1_000
/** Ms without a word of the mail server, and age of a claim that nobody is at any more: shorter than in production, in the same order. */
const lineTimeout = 3_000
const claimLimit = 12_000

/** Production's worker with short days and little patience. */
await runAsProgram(async () => {
  const { mongodbUri, temporalAddress: address, temporalNamespace: namespace, home, smtpUrl } = readServedConfig()
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] })
  await connectDatabase(mongodbUri)
  const connection = await NativeConnection.connect({ address })
  const log = {
    info: () => {},
    warn: (fields: object, text: string) => console.warn(new Date().toISOString(), text, fields),
  }
  const email = createEmailChannel({ url: smtpUrl, timeout: lineTimeout })
  const services = { email, claimLimit, gatherFor: 1_000, resolveMoment: shortMoments(day) }
  const worker = await createWorker({ connection, namespace, home, smtpUrl, log, services })
  return { running: worker.run(), stop: () => worker.stop() }
})
