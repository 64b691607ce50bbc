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
  /** `tookOver` of the query, field by field. */
  laterDays: number
  tookOverAt: number
  countsByAge: boolean
  previous: number
  listedAt: number
  dueDay: number
  issueDay: number
  paymentDay: number
  lastContactAt: number
  /** `spreadHash` of the debtor's id. */
  spread: number
  at: number
  past: boolean
  said: boolean
}

export type MomentRules = Pick<ScenarioPolicy, 'catchUp' | 'minimumContactDelay' | 'reanchor'>

/** As `resolveMoment`, by table. A date before the table is past, one after it never comes (∞). */
export function resolveByTable(query: MomentByTable, { table, rules }: Setting): void {
  const { now, since, spread } = query
  const isAsked = Number.isNaN(since)
  const at = isAsked ? scheduled(query, { table, rules }) : sinceWhen(query, rules)
  const isPast = at < (query.catchingUp && isAsked ? now : now - graceMs)
  const isSaid = rules.reanchor === 'contextual' && query.listedAt >= at
  query.past = (isPast || isSaid) && rules.catchUp !== 'spread'
  query.said = query.past && isSaid
  if (query.past || (!isPast && at >= now)) query.at = at
  else query.at = isPast ? putOff(query, { table, rules }) : withinHours(table, now, spread)
}

function sinceWhen({ since, tookOverAt }: MomentByTable, { reanchor }: MomentRules): number {
  return reanchor === 'standard' && tookOverAt > since ? tookOverAt : since
}

interface Setting {
  readonly table: DayTable
  readonly rules: MomentRules
}

function scheduled(query: MomentByTable, { table, rules }: Setting): number {
  const { moment, now, spread, catchingUp, countsByAge, previous } = query
  const isByAge = rules.reanchor === 'contextual' && catchingUp && countsByAge && !Number.isNaN(previous)
  const reached = isByAge ? previous : now
  if (moment.from === 'previousStep' && moment.days === 0) return withinHours(table, reached, spread)
  const anchor = anchorDay(query, { table, rules, reached })
  const day = moment.unit === 'working' ? workingDayAfter(table, anchor, moment.days) : anchor + moment.days
  return spreadFrom(table, midnightAt(table, day), spread)
}

/** A file reaches its wait at the moment at which it asks. */
function anchorDay(
  { moment, dueDay, issueDay, paymentDay, laterDays }: MomentByTable,
  { table, rules, reached }: Setting & { readonly reached: number },
): number {
  const later = rules.reanchor === 'standard' ? laterDays : 0
  if (moment.from === 'dueDate') return dueDay + later
  if (moment.from === 'issueDate') return issueDay + later
  return moment.from === 'paymentDate' && !Number.isNaN(paymentDay) ? paymentDay : dayAt(table, reached)
}

function putOff({ now, lastContactAt, spread }: MomentByTable, { table, rules }: Setting): number {
  const last = lastContactAt > now ? lastContactAt : now
  const day = dayAt(table, last) + Math.max(1, rules.minimumContactDelay)
  return spreadFrom(table, midnightAt(table, day), spread)
}
