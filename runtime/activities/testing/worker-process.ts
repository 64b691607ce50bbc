import { NativeConnection } from '@temporalio/worker'
import { connectDatabase } from '../../models/connect-database.ts'
import { createWorker } from '../create-worker.ts'

/** A worker in a process of its own, for tests that kill it. Told what it needs as JSON in its only argument. */
const { temporalAddress, databaseUri, smtpUrl, home, claimLimit } = JSON.parse(process.argv[2]!)
const log = { info: () => {}, warn: () => {} }

async function main(): Promise<void> {
  await connectDatabase(databaseUri)
  const connection = await NativeConnection.connect({ address: temporalAddress })
  const services = { gatherFor: 1_000, claimLimit }
  const worker = await createWorker({ connection, namespace: 'default', home, smtpUrl, log, services })
  await worker.run()
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
