import type { Config } from '../../config.ts'
import { RelanceError } from '../../errors.ts'
import { openHome } from '../home/open-home.ts'
import { readRunning } from '../home/running-record.ts'
import { isPortFree } from '../process/free-port.ts'
import { memoryOf } from '../process/memory-of.ts'
import { isAtLeast } from '../temporal/temporal-version.ts'
import { examineDatabase } from './examine-database.ts'
import { examineMail } from './examine-mail.ts'
import { examineTemporal } from './examine-temporal.ts'
import { type Finding, found, missing } from './finding.ts'
import { words } from './words.ts'

const neededNode = '20.19'

/** Looks at everything that `npm start` needs, without starting or fetching anything. */
export async function examine(config: Config): Promise<Finding[]> {
  return [
    examineNode(),
    await examineHome(config),
    await examinePort(config),
    await examineTemporal(config),
    ...(await examineDatabase(config)),
    ...(await examineMail(config)),
    ...(await examineRunning(config)),
  ]
}

function examineNode(): Finding {
  const version = process.versions.node
  return isAtLeast(version, neededNode) ? found('Node', version, process.execPath) : missing('Node', words.node)
}

async function examineHome({ home }: Config): Promise<Finding> {
  try {
    await openHome(home)
    return found('RELANCE_HOME', '', home)
  } catch (error) {
    if (!(error instanceof RelanceError)) throw error
    return missing('RELANCE_HOME', { fr: error.inWords('fr'), en: error.inWords('en') }, home)
  }
}

async function examinePort({ home, port, host }: Config): Promise<Finding> {
  const where = `${host}:${port}`
  if (port === 0 || readRunning(home)?.page.endsWith(`:${port}`)) return found('PORT', '', where)
  if (await isPortFree(port, host)) return found('PORT', '', where)
  const error = new RelanceError('port-busy', { port, variable: 'PORT' })
  return missing('PORT', { fr: error.inWords('fr'), en: error.inWords('en') }, where)
}

async function examineRunning({ home }: Config): Promise<Finding[]> {
  const running = readRunning(home)
  if (!running) return []
  const processes = await memoryOf([running.pid, ...running.children.map(({ pid }) => pid)])
  const total = processes.reduce((sum, { rss }) => sum + rss, 0)
  return [found('Relance', `${Math.round(total / 1024 / 1024)} MB`, running.page || `pid ${running.pid}`)]
}
