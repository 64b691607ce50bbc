import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { type Servers, startServers } from '../servers/start-servers.ts'

export interface TestServers extends Servers {
  readonly home: string
}

/** Real servers in an empty home of their own, on free ports, whatever the environment names; `stop` removes the home. */
export async function startTestServers({
  report = () => {},
}: {
  readonly report?: (line: string) => void
} = {}): Promise<TestServers> {
  const home = await mkdtemp(join(tmpdir(), 'relance-test-'))
  const { path, cache } = readConfig()
  const config = { ...readConfig({ RELANCE_HOME: home, PORT: '0', LOG_LEVEL: 'warn' }), path, cache }
  const servers = await startServers({ config, pages: false, report })
  return {
    ...servers,
    home,
    async stop() {
      await servers.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
