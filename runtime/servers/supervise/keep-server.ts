import type { ServerHandle } from '../server-handle.ts'
import { keepRunning } from './keep-running.ts'

interface KeepServerOptions {
  readonly report: (line: string) => void
  readonly restarted?: () => void
  readonly giveUp?: (reason: string) => void
}

/** A server that is started again on its old address whenever it ends, seen as one handle. */
export async function keepServer(
  name: string,
  { report, restarted, giveUp }: KeepServerOptions,
  start: (before?: ServerHandle) => Promise<ServerHandle>,
): Promise<ServerHandle> {
  const kept = await keepRunning({
    name,
    report,
    giveUp: giveUp ?? report,
    async start(before?: ServerHandle) {
      const server = await start(before)
      if (before) restarted?.()
      return server
    },
  })
  return {
    ...kept.current,
    get pid() {
      return kept.current.pid
    },
    stop: () => kept.stop(),
  }
}
