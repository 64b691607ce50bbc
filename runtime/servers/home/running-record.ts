import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, type ProcessIdentity } from './process-identity.ts'

/** What `RELANCE_HOME/running.json` tells of the start that holds the folder; it is the lock at the same time. */
export interface RunningRecord extends ProcessIdentity {
  /** Address of the page, empty while it is not ready. */
  readonly page: string
  /** Variables by which another command reaches the same servers. */
  readonly environment: Readonly<Record<string, string>>
  /** Processes to clear away should the holder be killed. */
  readonly children: readonly ProcessIdentity[]
}

export function recordFile(home: string): string {
  return join(home, 'running.json')
}

/** The record as it stands, whoever left it. */
export function readRecord(home: string, file = recordFile(home)): RunningRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningRecord
  } catch {
    return undefined
  }
}

/** The record of the start that holds `home` right now. */
export function readRunning(home: string): RunningRecord | undefined {
  const record = readRecord(home)
  return record && isAlive(record) ? record : undefined
}
