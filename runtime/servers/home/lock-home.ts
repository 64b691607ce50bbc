import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { RelanceError } from '../../errors.ts'
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts'
import { type RunningRecord, readRecord, recordFile } from './running-record.ts'

export interface HomeLock {
  /** Tells other commands what runs here. */
  publish(told: Pick<RunningRecord, 'page' | 'environment' | 'children'>): void
  release(): void
}

const mine = { mode: 0o600 }

/**
 * Takes `home` for this process, so that two starts never write the same files. A lock whose holder is gone is cleared,
 * with the servers that it left behind. Throws `home-locked`.
 */
export async function lockHome(home: string): Promise<HomeLock> {
  const file = recordFile(home)
  const draft = `${file}.${process.pid}`
  const self = identify(process.pid)
  if (!self) throw new Error('this process cannot be identified')
  const write = (told: Omit<RunningRecord, keyof ProcessIdentity>) =>
    writeFileSync(draft, JSON.stringify({ ...self, ...told }, null, 2), mine)
  for (;;) {
    write({ page: '', environment: {}, children: [] })
    if (linked(draft, file)) break
    await clear(home)
  }
  rmSync(draft, { force: true })
  const release = () => {
    if (readRecord(home)?.pid === process.pid) rmSync(file, { force: true })
  }
  process.once('exit', release)
  return {
    publish(told) {
      write(told)
      renameSync(draft, file)
    },
    release() {
      process.off('exit', release)
      release()
    },
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Clears a lock left by a killed start; throws `home-locked` when its holder lives. */
async function clear(home: string): Promise<void> {
  const record = readRecord(home)
  if (record && isAlive(record)) {
    rmSync(`${recordFile(home)}.${process.pid}`, { force: true })
    throw new RelanceError('home-locked', { home, pid: record.pid, page: record.page })
  }
  for (const child of record?.children ?? []) await gone(child)
  takeAway(home, record)
}

/** Removes the stale lock, or puts back the fresh one that another start has laid in its place meanwhile. */
function takeAway(home: string, stale: RunningRecord | undefined): void {
  const [file, taken] = [recordFile(home), `${recordFile(home)}.stale-${process.pid}`]
  try {
    renameSync(file, taken)
  } catch {
    return
  }
  const found = readRecord(home, taken)
  if (found && found.began !== stale?.began && isAlive(found)) linked(taken, file)
  rmSync(taken, { force: true })
}

/** Servers end by themselves when their holder is killed; one that has not after some seconds is killed. */
async function gone(child: ProcessIdentity): Promise<void> {
  for (let waited = 0; isAlive(child) && waited < 50; waited++) await sleep(100)
  if (isAlive(child)) process.kill(child.pid, 'SIGKILL')
}
