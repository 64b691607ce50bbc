import { setTimeout as sleep } from 'node:timers/promises'

/** Something that runs until it ends by itself or is stopped. */
export interface Running {
  readonly pid?: number
  readonly ended?: Promise<unknown>
  stop(): Promise<void>
}

export interface KeepOptions<T extends Running> {
  readonly name: string
  /** Starts it anew; `before` is the one that ended. */
  readonly start: (before?: T) => Promise<T>
  readonly report: (line: string) => void
  /** Called once when it keeps ending or cannot be started: five times within a minute. */
  readonly giveUp: (reason: string) => void
}

export interface Kept<T extends Running> {
  /** The one that runs now. */
  readonly current: T
  stop(): Promise<void>
}

const period = 60_000
const most = 5
/** Ms between an end and the next start. */
const pause = 200

/** Starts something and starts it again whenever it ends without having been asked to. */
export async function keepRunning<T extends Running>(options: KeepOptions<T>): Promise<Kept<T>> {
  let current = await options.start()
  let stopping = false
  const ends: number[] = []

  const isTooOften = () => {
    const now = Date.now()
    ends.push(now)
    return ends.filter((at) => now - at < period).length >= most
  }

  async function watch(): Promise<void> {
    for (;;) {
      const reason = await current.ended
      if (stopping) return
      if (isTooOften()) return options.giveUp(`${options.name} keeps ending`)
      options.report(`${options.name} ended${reason ? ` (${reason})` : ''}; starting it again`)
      if (!(await startAgain())) return
      if (stopping) await current.stop()
      await sleep(pause)
    }
  }

  /** What it needs may be starting again as well: a start that fails counts as one more end. */
  async function startAgain(): Promise<boolean> {
    for (;;) {
      try {
        current = await options.start(current)
        return true
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        if (stopping) return false
        if (isTooOften()) {
          options.giveUp(reason)
          return false
        }
        options.report(`${options.name} could not be started (${reason}); trying again`)
        await sleep(pause)
      }
    }
  }
  const watched = current.ended ? watch() : Promise.resolve()
  return {
    get current() {
      return current
    },
    async stop() {
      stopping = true
      await current.stop()
      await watched
    },
  }
}
