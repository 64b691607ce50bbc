import type { TestProject } from 'vitest/node'
import { startTestServers } from './test-servers.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** `host:port` of a Temporal server 1.32 or later. */
    temporalAddress: string
    /** Base address; take a database of your own by `databaseUri(name)`. */
    mongodbUri: string
    /** The mail catcher: what is sent to `smtpUrl` is read by `mailbox(mailPage)`. */
    smtpUrl: string
    smtpPort: number
    mailPage: string
  }
}

/** Starts the servers once for the vitest project and stops them at its end. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await startTestServers()
  project.provide('temporalAddress', servers.temporal.address)
  project.provide('mongodbUri', servers.database.address)
  project.provide('smtpUrl', servers.mail.address)
  project.provide('smtpPort', Number(new URL(servers.mail.address).port))
  project.provide('mailPage', servers.mail.page ?? '')
  return () => servers.stop()
}
