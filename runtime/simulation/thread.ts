import { parentPort } from 'node:worker_threads'
import type { Share } from './play-share.ts'
import { playShare } from './play-share.ts'

/** A thread: plays its share of each ledger that it is given. */
parentPort!.on('message', (share: Share) => parentPort!.postMessage(playShare(share)))
