import type { z } from 'zod'
import type { serverEventSchema } from '../contract/portfolio.ts'
import { type Topic, topics } from '../models/announce.ts'
import { Pulse } from '../models/pulse.ts'

export type Change = z.output<typeof serverEventSchema>
type Listener = (change: Change) => void

/** How often the pulses of other processes are read while somebody listens (ms). */
const rhythm = 1_000

/**
 * Tells open pages what changed: at once for this process, within a second for what workers and command lines write. The
 * pulses are read only while somebody listens.
 */
export function createChangeHub() {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined
  let beats: ReadonlyMap<string, number> | undefined

  const tell = (change: Change) => {
    for (const listener of listeners) listener(change)
  }
  const read = async () => {
    const records = await Pulse.find({ _id: { $in: topics } }).lean()
    const seen = new Map(records.map((record) => [record._id, record.beats]))
    if (beats)
      for (const [topic, count] of seen) if (beats.get(topic) !== count) tell({ topic: topic as Topic, id: null })
    beats = seen
  }
  const schedule = () => {
    timer = setTimeout(() => {
      read()
        .catch(() => undefined)
        .finally(() => listeners.size > 0 && schedule())
    }, rhythm).unref()
  }

  return {
    tell,
    /** Returns the way to stop listening. */
    listen(listener: Listener): () => void {
      listeners.add(listener)
      if (listeners.size === 1) {
        clearTimeout(timer)
        beats = undefined
        schedule()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}
export type ChangeHub = ReturnType<typeof createChangeHub>
