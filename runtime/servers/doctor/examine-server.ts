import { RelanceError } from '../../errors.ts'
import type { ServerHandle } from '../server-handle.ts'
import { type Finding, found, missing } from './finding.ts'

/** A server that a variable names: its version, or what is amiss with it. */
export async function examineServer(name: string, use: () => Promise<ServerHandle>): Promise<Finding> {
  try {
    const { version, address } = await use()
    return found(name, version, address.replace(/\/\/[^@/]*@/, '//'))
  } catch (error) {
    if (!(error instanceof RelanceError)) throw error
    return missing(name, { fr: error.inWords('fr'), en: error.inWords('en') })
  }
}
