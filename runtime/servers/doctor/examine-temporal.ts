import type { Config } from '../../config.ts'
import { findOnPath } from '../process/find-on-path.ts'
import { findTemporal } from '../temporal/find-temporal.ts'
import { useTemporal } from '../temporal/use-temporal.ts'
import { examineServer } from './examine-server.ts'
import { type Finding, found, later } from './finding.ts'
import { words } from './words.ts'

/** Temporal: the one that is configured, else the one on this machine, else how it will come. */
export async function examineTemporal({ temporalAddress, path, cache }: Config): Promise<Finding> {
  if (temporalAddress) return await examineServer('Temporal', () => useTemporal(temporalAddress))
  try {
    const { version, file } = await findTemporal({ path, cache, here: true, report: () => {} })
    return found('Temporal', version, file)
  } catch {
    return later('Temporal', (await findOnPath('python3', path)) ? words.temporalLater : words.python)
  }
}
