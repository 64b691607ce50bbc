import type { Moment } from '@relance/sdk/moment'
import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { type DayTable, dayAt, midnightAt, spreadFrom, withinHours, workingDayAfter } from './day-table.ts'
import { graceMs } from './resolve-moment.ts'

/**
 * The query of `resolveMoment` in numbers: instants in milliseconds, days since 1 January 1970, NaN for none. One object is filled
 * again and again; `at` and `past` are the answer.
 */
export interface MomentByTable {
  moment: Moment
  now: number
  catchingUp: boolean
  since: number
  dueDay: number
  issueDay: number
  paymentDay: number
  lastContactAt: number
  /** `spreadHash` of the debtor's id. */
  spread: number
  at: number
  past: boolean
}

export type MomentRules = Pick<ScenarioPolicy, 'catchUp' | 'minimumContactDelay'>

/** As `resolveMoment`, by table. A date before the table is past, one after it never comes (∞). */
export function resolveByTable(query: MomentByTable, { table, rules }: { table: DayTable; rules: MomentRules }): void {
  const { now, since, spread } = query
  const at = Number.isNaN(since) ? scheduled(query, table) : since
  const isPast = at < (query.catchingUp ? now : now - graceMs)
  query.past = isPast && rules.catchUp !== 'spread'
  if (query.past || (!isPast && at >= now)) query.at = at
  else query.at = isPast ? putOff(query, { table, rules }) : withinHours(table, now, spread)
}

function scheduled(query: MomentByTable, table: DayTable): number {
  const { moment, now, spread } = query
  if (moment.from === 'previousStep' && moment.days === 0) return withinHours(table, now, spread)
  const anchor = anchorDay(query, table)
  const day = moment.unit === 'working' ? workingDayAfter(table, anchor, moment.days) : anchor + moment.days
  return spreadFrom(table, midnightAt(table, day), spread)
}

/** A file reaches its wait at the moment at which it asks. */
function anchorDay({ moment, dueDay, issueDay, paymentDay, now }: MomentByTable, table: DayTable): number {
  if (moment.from === 'dueDate') return dueDay
  if (moment.from === 'issueDate') return issueDay
  return moment.from === 'paymentDate' && !Number.isNaN(paymentDay) ? paymentDay : dayAt(table, now)
}

function putOff(
  { now, lastContactAt, spread }: MomentByTable,
  { table, rules }: { table: DayTable; rules: MomentRules },
): number {
  const last = lastContactAt > now ? lastContactAt : now
  const day = dayAt(table, last) + Math.max(1, rules.minimumContactDelay)
  return spreadFrom(table, midnightAt(table, day), spread)
}
