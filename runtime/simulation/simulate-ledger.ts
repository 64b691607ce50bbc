import { availableParallelism } from 'node:os'
import type { Segment } from '@relance/sdk/facts'
import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { dayNumber } from '../domain/calendar/day-number.ts'
import type { Assumptions } from '../domain/conduct/assumptions.ts'
import type { CompiledScenario } from '../machine/types.ts'
import { Calendars } from './calendars.ts'
import { columnsOf, type LedgerDebtor } from './columns-of.ts'
import type { LedgerItem } from './item-columns.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import { type LedgerSimulation, toldOf } from './ledger-simulation.ts'
import type { Conduct } from './payer.ts'
import type { Period } from './tally.ts'
import { ThreadPool, type Watch } from './thread-pool.ts'

/** A version of a scenario, to be played or compared. */
export interface Version {
  readonly compiled: CompiledScenario
  readonly policy: ScenarioPolicy
}

export interface LedgerQuery {
  /** Each is played over the same ledger by the same customers. */
  readonly versions: readonly Version[]
  readonly items: readonly LedgerItem[]
  /** Segment, country, language and collector of customers, where known. */
  readonly debtors: readonly LedgerDebtor[]
  /** Only invoices of this segment are played; null for all. */
  readonly segment: Segment | null
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string
  readonly until: string
  readonly conduct: Conduct
  readonly assumptions: Assumptions
  readonly threads?: number
  /** Never on the thread that asks, however small the ledger: it has others to serve. */
  readonly aside?: boolean
}

/** Days worked out before the oldest date of a ledger and after the last day asked for: the longest waits in use. */
const margins = { before: 400, after: 800 }

/**
 * Plays every open invoice of a ledger under each version, on all processors. Rejects with the signal's reason once cancelled. What
 * comes out depends on the seed alone, not on the number of threads.
 */
export async function simulateLedger(
  query: LedgerQuery,
  { progress, signal }: Watch = {},
): Promise<LedgerSimulation[]> {
  const { versions, from, until, conduct, assumptions } = query
  const pool = new ThreadPool(threadsFor(query))
  try {
    const calendars = new Calendars()
    const numbered = versions.some(({ compiled }) => JSON.stringify(compiled.statechart).includes('"invoice.number"'))
    const { ledger, otherInvoices } = columnsOf({ ...query, calendars, numbered })
    const period = { first: dayNumber(from), last: dayNumber(until) }
    const results: LedgerSimulation[] = []
    for (const [index, { compiled, policy }] of versions.entries()) {
      const tables = calendars.tables(policy.contactHours, spanOf(ledger, period))
      const setup = { compiled, policy, ledger, tables, period, conduct, assumptions }
      const tally = await pool.play(setup, {
        signal,
        progress: (done, total) => progress?.(index * total + done, versions.length * total),
      })
      results.push(toldOf(tally, { ledger, others: otherInvoices, cost: assumptions.cost }))
    }
    return results
  } finally {
    await pool.close()
  }
}

/** Under it one thread is enough, or none. */
const fewestItems = 4_000

function threadsFor({ items, threads, aside = false }: LedgerQuery): number {
  if (threads !== undefined) return threads
  return items.length < fewestItems ? (aside ? 1 : 0) : availableParallelism()
}

function spanOf({ files }: LedgerColumns, { first, last }: Period): Period {
  let earliest = first
  for (let file = 0; file < files.count; file++)
    earliest = Math.min(earliest, files.issueDay[file]!, files.dueDay[file]!)
  return { first: earliest - margins.before, last: last + margins.after }
}
