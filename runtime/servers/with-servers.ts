import { type Config, environmentWith, readServedConfig, type ServedConfig } from '../config.ts'
import { takeHome } from './hold-home.ts'
import { readRunning } from './home/running-record.ts'
import { waitUntil } from './process/wait-until.ts'
import { startServers } from './start-servers.ts'

/**
 * Lends servers to a command: those of the environment or of the Relance that runs on the same home; otherwise starts
 * them for as long as `use` takes.
 */
export async function withServers<T>(
  { config, report }: { readonly config: Config; readonly report: (line: string) => void },
  use: (config: ServedConfig) => Promise<T>,
): Promise<T> {
  if (readRunning(config.home)) return await use(servedBy(await environmentOf(config.home)))
  const lock = await takeHome(config)
  try {
    const servers = await startServers({ config, report, pages: false })
    try {
      return await use(servedBy(servers.environment))
    } finally {
      await servers.stop()
    }
  } finally {
    lock.release()
  }
}

/** Variables of the Relance that runs on `home`; waits while it is still starting. */
function environmentOf(home: string): Promise<Readonly<Record<string, string>>> {
  const ask = async () => {
    const { environment } = readRunning(home) ?? {}
    if (!environment?.MONGODB_URI) throw new Error(`Relance is still starting on ${home}`)
    return environment
  }
  return waitUntil(ask, { timeout: 120_000 })
}

/** Reads the environment again with the servers' addresses on top. */
function servedBy(environment: Readonly<Record<string, string>>): ServedConfig {
  return readServedConfig(environmentWith(environment))
}
