import type { Config } from '../config.ts'
import { type HomeLock, lockHome } from './home/lock-home.ts'
import { openHome } from './home/open-home.ts'
import { identify, type ProcessIdentity } from './home/process-identity.ts'
import { type Servers, startServers } from './start-servers.ts'

export interface HoldOptions {
  readonly config: Config
  readonly lock: HomeLock
  readonly pages: boolean
  readonly report: (line: string) => void
  readonly giveUp: (reason: string) => void
}

export interface HeldHome {
  readonly servers: Servers
  /** Tells other commands the address of the page and the processes that run beside the servers. */
  publish(page: string, pids: readonly number[]): void
  stop(): Promise<void>
}

/** Takes RELANCE_HOME for this process, before anything is started or built. Throws `home-unusable` or `home-locked`. */
export async function takeHome({ home }: Config): Promise<HomeLock> {
  await openHome(home)
  return await lockHome(home)
}

/** Has the servers run on a home that was taken, and keeps its record up to date. */
export async function holdHome({ config, lock, pages, report, giveUp }: HoldOptions): Promise<HeldHome> {
  let told: { servers?: Servers; page: string; pids: readonly number[] } = { page: '', pids: [] }
  const write = () => {
    if (told.servers) lock.publish(recordOf(told.servers, told))
  }
  try {
    const servers = await startServers({ config, pages, report, giveUp, restarted: write })
    return {
      servers,
      publish(page, pids) {
        told = { servers, page, pids }
        write()
      },
      async stop() {
        await servers.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function recordOf(servers: Servers, { page, pids }: { page: string; pids: readonly number[] }) {
  const children = [servers.temporal.pid, servers.database.pid, ...pids].flatMap(identityOf)
  return { page, environment: servers.environment, children }
}

function identityOf(pid: number | undefined): ProcessIdentity[] {
  const identity = pid ? identify(pid) : undefined
  return identity ? [identity] : []
}
