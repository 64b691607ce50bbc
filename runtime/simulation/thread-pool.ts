import { Worker } from 'node:worker_threads'
import type { SimulationSetup } from './accounts-by-table.ts'
import { board, playShare, type Share } from './play-share.ts'
import { addTallies, type Tally } from './tally.ts'

export interface Watch {
  /** Files played so far, over how many. */
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** How often progress is told (ms). */
const rhythm = 100

/** Threads that play ledgers. They load while the ledger is still being read; `close` ends them. */
export class ThreadPool {
  readonly #threads: Worker[]

  constructor(count: number) {
    this.#threads = Array.from({ length: count }, () => new Worker(new URL('./thread.mjs', import.meta.url)))
    for (const thread of this.#threads) thread.unref()
  }

  /** Plays a ledger on all threads. Throws the signal's reason once it is cancelled. */
  async play(setup: SimulationSetup, { progress, signal }: Watch = {}): Promise<Tally> {
    signal?.throwIfAborted()
    const shared = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT))
    const total = setup.ledger.files.count
    const tell = () => progress?.(Math.min(total, Atomics.load(shared, board.doneFiles)), total)
    const cancel = () => Atomics.store(shared, board.isCancelled, 1)
    const timer = setInterval(tell, rhythm)
    signal?.addEventListener('abort', cancel)
    try {
      const share = { setup, progress: shared }
      const isHere = this.#threads.length === 0
      const tallies = isHere
        ? [playShare(share)]
        : await Promise.all(this.#threads.map((thread) => play(thread, share)))
      signal?.throwIfAborted()
      tell()
      return addTallies(tallies)
    } finally {
      clearInterval(timer)
      signal?.removeEventListener('abort', cancel)
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()))
  }
}

async function play(thread: Worker, share: Share): Promise<Tally> {
  thread.ref()
  try {
    return await new Promise<Tally>((resolve, reject) => {
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.postMessage(share)
    })
  } finally {
    thread.unref()
    thread.removeAllListeners('message')
    thread.removeAllListeners('error')
  }
}
