import type { Anchor, Moment } from '@relance/sdk/moment'
import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { Temporal } from 'temporal-polyfill'
import { type ContactCalendar, later, nextOpening } from './contact-hours.ts'
import { furthestDays } from './furthest-days.ts'
import { spreadWithin } from './spread.ts'
import type { Reanchoring, TookOver } from './took-over.ts'
import { addWorkingDays } from './working-days.ts'

/** What a wait counts from. Dates are calendar days, `reached` the instant at which the file reached the wait. */
export interface MomentAnchors {
  readonly dueDate: string
  readonly issueDate: string
  readonly paymentDate?: string | null
  readonly reached: string
}

export interface MomentQuery extends ContactCalendar {
  readonly moment: Moment
  readonly anchors: MomentAnchors
  readonly now: string
  readonly catchUp: ScenarioPolicy['catchUp']
  /** From the `date` effect: without grace, and only a judgement of `since`. */
  readonly catchingUp: boolean
  readonly since?: string
  /** How the invoice has taken over its account, if it did, by the scenario's choice. */
  readonly tookOver?: TookOver | null
  readonly reanchor?: Reanchoring
  /** The date of the last wait. */
  readonly previous?: string | null
  /** When the reminder of another invoice last listed this one as overdue. */
  readonly listedAt?: string | null
  /** The debtor's id, so that all files of one debtor wake together. */
  readonly spreadKey: string
  /** Days that a late step is put off by under `spread`, at least one. */
  readonly minimumContactDelay: number
  readonly lastContactAt?: string | null
}

export interface ResolvedMoment {
  readonly at: string
  readonly past: boolean
  /** Past, and said since by the reminder of the invoice that carried the account. */
  readonly said?: boolean
}

/** How late a date may be and still count as on time: a weekend's outage of a worker, not a month's. */
export const graceMs = 36 * 3_600_000

/**
 * The answer to a `date` effect: the instant at which the file goes on, always within contact hours, and whether it lies too
 * far back. Under `spread` nothing is past: a late step moves behind the last contact.
 */
export function resolveMoment(query: MomentQuery): ResolvedMoment {
  const now = Temporal.Instant.from(query.now)
  const at = query.since === undefined ? scheduled(query) : sinceWhen(query.since, query)
  const isStrict = query.catchingUp && query.since === undefined
  const limit = isStrict ? now : now.subtract({ milliseconds: graceMs })
  const isPast = Temporal.Instant.compare(at, limit) < 0
  const said = isSaid(at, query)
  if ((isPast || said) && query.catchUp !== 'spread') return { at: at.toString(), past: true, ...(said && { said }) }
  const next = isPast ? putOff(now, query) : Temporal.Instant.compare(at, now) >= 0 ? at : openingFrom(now, query)
  return { at: next.toString(), past: false }
}

function isSaid(at: Temporal.Instant, { reanchor, listedAt }: MomentQuery): boolean {
  return reanchor === 'contextual' && listedAt != null && Temporal.Instant.compare(listedAt, at) >= 0
}

type Wish = Pick<
  MomentQuery,
  'moment' | 'anchors' | 'zone' | 'holidays' | 'catchingUp' | 'reanchor' | 'tookOver' | 'previous'
>

/** The day that a wait means, before contact hours and holidays have their say. Throws RangeError beyond `furthestDays`. */
export function wishedDay(query: Wish): Temporal.PlainDate {
  const { moment, anchors, zone, holidays } = query
  if (Math.abs(moment.days) > furthestDays) throw new RangeError(`${moment.days} days are too far`)
  const reached = reachedBy(query)
  const from = anchorDate(moment.from, { anchors, reached, zone, days: laterDays(query) })
  if (moment.days === 0 && moment.from === 'previousStep') return from
  return moment.unit === 'working'
    ? addWorkingDays(from, { days: moment.days, holidays })
    : from.add({ days: moment.days })
}

function scheduled(query: MomentQuery): Temporal.Instant {
  const { moment, zone } = query
  if (moment.from === 'previousStep' && moment.days === 0) return openingFrom(reachedBy(query), query)
  return spreadWithin(nextOpening(wishedDay(query).toZonedDateTime(zone).toInstant(), query), query.spreadKey)
}

/** When the file reached the wait; while it catches up after a takeover, when it would have. */
function reachedBy(query: Wish): Temporal.Instant {
  return Temporal.Instant.from((countsByAge(query) && query.previous) || query.anchors.reached)
}

function anchorDate(
  from: Anchor,
  { anchors, reached, zone, days }: { anchors: MomentAnchors; reached: Temporal.Instant; zone: string; days: number },
): Temporal.PlainDate {
  const date = from === 'previousStep' ? null : anchors[from]
  if (date) return Temporal.PlainDate.from(date).add({ days: from === 'paymentDate' ? 0 : days })
  return reached.toZonedDateTimeISO(zone).toPlainDate()
}

function countsByAge({ reanchor, tookOver, catchingUp }: Wish): boolean {
  return reanchor === 'contextual' && catchingUp && tookOver?.isCatchingUp === true
}

function laterDays({ reanchor, tookOver }: Wish): number {
  return reanchor === 'standard' ? (tookOver?.days ?? 0) : 0
}

function sinceWhen(since: string, { reanchor, tookOver }: MomentQuery): Temporal.Instant {
  const at = Temporal.Instant.from(since)
  if (reanchor !== 'standard' || !tookOver || Number.isNaN(tookOver.at)) return at
  return later(at, Temporal.Instant.fromEpochMilliseconds(tookOver.at))
}

/** The instant itself within hours, else a spread instant of the next opening. */
function openingFrom(instant: Temporal.Instant, query: MomentQuery): Temporal.Instant {
  const opening = nextOpening(instant, query)
  return Temporal.Instant.compare(opening.from, instant) === 0 ? instant : spreadWithin(opening, query.spreadKey)
}

function putOff(now: Temporal.Instant, query: MomentQuery): Temporal.Instant {
  const last = query.lastContactAt ? later(now, Temporal.Instant.from(query.lastContactAt)) : now
  const days = Math.max(1, query.minimumContactDelay)
  const day = last.toZonedDateTimeISO(query.zone).toPlainDate().add({ days })
  return spreadWithin(nextOpening(day.toZonedDateTime(query.zone).toInstant(), query), query.spreadKey)
}
