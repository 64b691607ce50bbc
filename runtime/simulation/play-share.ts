import { AccountsByTable, type SimulationSetup } from './accounts-by-table.ts'
import { emptyTally, type Tally } from './tally.ts'

/** Debtors that a thread takes at a time: enough to be worth asking, few enough to be cancelled at once. */
const atOnce = 64

/** What threads that share a ledger tell each other, as places of an array. */
export const board = { nextDebtor: 0, doneFiles: 1, isCancelled: 2 } as const

export interface Share {
  readonly setup: SimulationSetup
  /** Shared by all threads; its places are those of `board`. */
  readonly progress: Int32Array
}

/** Plays debtors as long as there are any that no other thread has taken. */
export function playShare({ setup, progress }: Share): Tally {
  const { debtors, files } = setup.ledger
  const tally = emptyTally(setup.ledger, setup.period)
  const accounts = new AccountsByTable(setup, { tally })
  while (!Atomics.load(progress, board.isCancelled)) {
    const from = Atomics.add(progress, board.nextDebtor, atOnce)
    if (from >= debtors.count) break
    const to = Math.min(debtors.count, from + atOnce)
    for (let debtor = from; debtor < to; debtor++) accounts.live(debtor)
    Atomics.add(progress, board.doneFiles, (debtors.firstFile[to] ?? files.count) - debtors.firstFile[from]!)
  }
  return tally
}
