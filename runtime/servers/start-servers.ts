import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { findDatabase } from './database/find-database.ts'
import { engineOf, startDatabase } from './database/start-database.ts'
import { useDatabase } from './database/use-database.ts'
import { startCatcher } from './mail/start-catcher.ts'
import { useMail } from './mail/use-mail.ts'
import type { ServerHandle } from './server-handle.ts'
import { keepServer } from './supervise/keep-server.ts'
import { findTemporal } from './temporal/find-temporal.ts'
import { startTemporal } from './temporal/start-temporal.ts'
import { useTemporal } from './temporal/use-temporal.ts'

export interface Servers {
  readonly temporal: ServerHandle
  readonly database: ServerHandle
  /** Where e-mails leave: the configured server, else the catcher. */
  readonly mail: ServerHandle
  /** The catcher, also when e-mails leave by a real server: rehearsals go there. */
  readonly catcher: ServerHandle
  /** Variables that make another process of ours use these servers. */
  readonly environment: Readonly<Record<string, string>>
  /** Stops, in order, what was started here. */
  stop(): Promise<void>
}

export interface ServersOptions {
  readonly config: Config
  readonly report: (line: string) => void
  /** Whether Temporal shows its web page. */
  readonly pages: boolean
  /** A server of ours ended and was started again, under another process id. */
  readonly restarted?: () => void
  /** A server of ours keeps ending although it was started again each time. */
  readonly giveUp?: (reason: string) => void
}

/** Finds or starts the three servers; when one fails, stops the others and throws. */
export async function startServers(options: ServersOptions): Promise<Servers> {
  await mkdir(join(options.config.home, 'logs'), { recursive: true })
  const starting = [temporalOf(options), databaseOf(options), catcherOf(options), mailOf(options)] as const
  const settled = await Promise.allSettled(starting)
  const failed = settled.find((result) => result.status === 'rejected')
  if (failed) {
    await Promise.all(settled.map((result) => (result.status === 'fulfilled' ? result.value?.stop() : undefined)))
    throw failed.reason
  }
  const [temporal, database, catcher, configured] = await Promise.all(starting)
  const found = { temporal, database, catcher, mail: configured ?? catcher }
  return {
    ...found,
    environment: variablesOf(options.config, found),
    async stop() {
      await temporal.stop()
      await database.stop()
      await catcher.stop()
    },
  }
}

async function temporalOf(options: ServersOptions): Promise<ServerHandle> {
  const { config, report, pages } = options
  if (config.temporalAddress) return await useTemporal(config.temporalAddress, config.temporalPageUrl)
  const { file, foundBy } = await findTemporal({ path: config.path, cache: config.cache, report })
  return await keepServer('Temporal', options, (before) =>
    startTemporal({
      home: config.home,
      binary: file,
      foundBy,
      namespace: config.temporalNamespace,
      port: before ? Number(before.address.split(':')[1]) : undefined,
      pagePort: pages ? (portOf(before?.page) ?? beside(config, 2)) : undefined,
    }),
  )
}

async function databaseOf(options: ServersOptions): Promise<ServerHandle> {
  const { config, report } = options
  if (config.mongodbUri) return await useDatabase(config.mongodbUri)
  const found = await findDatabase({ path: config.path, cache: config.cache, report, engine: engineOf(config.home) })
  return await keepServer('MongoDB', options, (before) =>
    startDatabase({ home: config.home, found, port: portOf(before?.address) }),
  )
}

async function catcherOf({ config }: ServersOptions): Promise<ServerHandle> {
  if (config.catcherSmtpUrl) return await useMail(config.catcherSmtpUrl, config.catcherPageUrl)
  return await startCatcher({ home: config.home, pagePort: beside(config, 1) })
}

async function mailOf({ config }: ServersOptions): Promise<ServerHandle | undefined> {
  return config.smtpUrl ? await useMail(config.smtpUrl) : undefined
}

/** The pages stand beside ours when those ports are free, so that their addresses stay the same from day to day. */
function beside(config: Config, offset: number): number {
  return config.port === 0 ? 0 : config.port + offset
}

function portOf(address: string | undefined): number | undefined {
  return address === undefined ? undefined : Number(new URL(address).port)
}

function variablesOf(
  config: Config,
  { temporal, database, mail, catcher }: Pick<Servers, 'temporal' | 'database' | 'mail' | 'catcher'>,
): Record<string, string> {
  return {
    RELANCE_HOME: config.home,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: config.temporalNamespace,
    MONGODB_URI: database.address,
    SMTP_URL: mail.address,
    CATCHER_SMTP_URL: catcher.address,
    ...(catcher.page && { CATCHER_PAGE_URL: catcher.page }),
    ...(temporal.page && { TEMPORAL_PAGE_URL: temporal.page }),
  }
}
