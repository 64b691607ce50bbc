import { openStage, type Stage, type StageSetup } from '../activities/testing/open-stage.ts'
import { startTestServers, type TestServers } from '../testing/test-servers.ts'

export interface Bed extends Stage {
  readonly servers: TestServers
}

/** Real servers in an empty home, for one bench; everything is stopped and removed at its end. */
export async function withBed<T>(work: (bed: Bed) => Promise<T>, { smtpUrl }: { smtpUrl?: string } = {}): Promise<T> {
  const servers = await startTestServers()
  try {
    const setup: StageSetup = {
      temporalAddress: servers.temporal.address,
      databaseUri: databaseOf(servers.database.address),
      smtpUrl: smtpUrl ?? servers.mail.address,
    }
    const stage = await openStage(setup)
    try {
      return await work({ ...stage, servers })
    } finally {
      await stage.close()
    }
  } finally {
    await servers.stop()
  }
}

function databaseOf(address: string): string {
  const uri = new URL(address)
  uri.pathname = '/bench'
  return uri.href
}

/** Runs `work` over the items, `atOnce` at a time. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  atOnce = 16,
): Promise<void> {
  const queue = [...items]
  const one = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

/** Wall-clock seconds that `work` takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

/** Wall-clock milliseconds that `work` takes. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  return (await seconds(work)) * 1_000
}
