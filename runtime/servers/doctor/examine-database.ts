import type { Config } from '../../config.ts'
import { findDatabase } from '../database/find-database.ts'
import { findJava } from '../database/java-database.ts'
import { engineOf } from '../database/start-database.ts'
import { useDatabase } from '../database/use-database.ts'
import { findOnPath } from '../process/find-on-path.ts'
import { examineServer } from './examine-server.ts'
import { type Finding, found, later } from './finding.ts'
import { words } from './words.ts'

/** The database: the one that is configured, else the one on this machine, else what it takes to fetch one. */
export async function examineDatabase({ mongodbUri, home, path, cache }: Config): Promise<Finding[]> {
  if (mongodbUri) return [await examineServer('MongoDB', () => useDatabase(mongodbUri))]
  try {
    const here = await findDatabase({ path, cache, here: true, engine: engineOf(home), report: () => {} })
    return [found('MongoDB', here.version, here.engine === 'mongod' ? here.file : here.java.java)]
  } catch {
    return [later('MongoDB', words.databaseLater), await examineJava(path), await examineMaven(path)]
  }
}

async function examineJava(path: readonly string[]): Promise<Finding> {
  try {
    const { file, major } = await findJava(path)
    return found('Java', `${major}`, file)
  } catch {
    return later('Java', words.java)
  }
}

async function examineMaven(path: readonly string[]): Promise<Finding> {
  const file = await findOnPath('mvn', path)
  return file ? found('Maven', '', file) : later('Maven', words.maven)
}
