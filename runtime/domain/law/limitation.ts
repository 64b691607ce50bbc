import { Temporal } from 'temporal-polyfill'
import type { LimitationActKind } from './limitation-acts.ts'

/** Years in which a claim between traders must be sued for (C. com. L110-4; C. civ. 2224). */
export const limitationYears = 5

export interface LimitationAct {
  readonly kind: LimitationActKind
  /** `YYYY-MM-DD`. */
  readonly date: string
}

export interface Limitation {
  /** The day from which the five years are counted. */
  readonly from: string
  /** What began that count. */
  readonly cause: 'due-date' | LimitationActKind
  /** The last day on which one may sue; null while a lawsuit is pending. */
  readonly lastDay: string | null
}

/**
 * The limitation clock of an invoice. It runs from the due date (C. civ. 2233) and its last day is the same day five years on
 * (C. civ. 2228, 2229). An acknowledgement of the debt begins five new years (2231, 2240); a lawsuit stops the clock until it
 * ends (2241, 2242), then five new years begin, or the old count goes on as if it had never been when it was dropped or
 * dismissed (2243). So does a claim declared in insolvency proceedings, until they are closed (C. com. L622-25-1). A formal notice changes nothing. What comes after the last day no longer interrupts. The last day is not
 * moved off a Sunday or holiday: the cautious reading.
 */
export function limitationOf(dueDate: string, acts: readonly LimitationAct[]): Limitation {
  let clock: Limitation = runningFrom(dueDate, 'due-date')
  let beforeLawsuit = clock
  for (const { kind, date } of [...acts].sort((left, right) => left.date.localeCompare(right.date))) {
    if (clock.lastDay !== null && date > clock.lastDay) break
    const isPending = clock.lastDay === null
    if (kind === 'judgment' && isPending) clock = runningFrom(date, kind)
    if (kind === 'lawsuit-dropped' && isPending) clock = beforeLawsuit
    if ((kind === 'lawsuit' || kind === 'claim-declared') && !isPending) {
      beforeLawsuit = clock
      clock = { from: date, cause: kind, lastDay: null }
    }
    if (kind === 'acknowledgement' && !isPending) clock = runningFrom(date, kind)
    if (kind === 'acknowledgement' && isPending && date <= beforeLawsuit.lastDay!)
      beforeLawsuit = runningFrom(date, kind)
  }
  return clock
}

function runningFrom(from: string, cause: Limitation['cause']): Limitation {
  const lastDay = Temporal.PlainDate.from(from).add({ years: limitationYears }).toString()
  return { from, cause, lastDay }
}
