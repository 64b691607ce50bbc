import type { Anchor, Moment } from '@relance/sdk/moment'
import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { Temporal } from 'temporal-polyfill'
import { type ContactCalendar, later, nextOpening } from './contact-hours.ts'
import { furthestDays } from './furthest-days.ts'
import { spreadWithin } from './spread.ts'
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
  /** The debtor's id, so that all files of one debtor wake together. */
  readonly spreadKey: string
  /** Days that a late step is put off by under `spread`, at least one. */
  readonly minimumContactDelay: number
  readonly lastContactAt?: string | null
}

export interface ResolvedMoment {
  readonly at: string
  readonly past: boolean
}

/** How late a date may be and still count as on time: a weekend's outage of a worker, not a month's. */
export const graceMs = 36 * 3_600_000

/**
 * The answer to a `date` effect: the instant at which the file goes on, always within contact hours, and whether it lies too
 * far back. Under `spread` nothing is past: a late step moves behind the last contact.
 */
export function resolveMoment(query: MomentQuery): ResolvedMoment {
  const now = Temporal.Instant.from(query.now)
  const at = query.since === undefined ? scheduled(query) : Temporal.Instant.from(query.since)
  const limit = query.catchingUp ? now : now.subtract({ milliseconds: graceMs })
  const isPast = Temporal.Instant.compare(at, limit) < 0
  if (isPast && query.catchUp !== 'spread') return { at: at.toString(), past: true }
  if (isPast) return { at: putOff(now, query).toString(), past: false }
  if (Temporal.Instant.compare(at, now) >= 0) return { at: at.toString(), past: false }
  return { at: openingFrom(now, query).toString(), past: false }
}

/** The day that a wait means, before contact hours and holidays have their say. Throws RangeError beyond `furthestDays`. */
export function wishedDay({
  moment,
  anchors,
  zone,
  holidays,
}: Pick<MomentQuery, 'moment' | 'anchors' | 'zone' | 'holidays'>): Temporal.PlainDate {
  if (Math.abs(moment.days) > furthestDays) throw new RangeError(`${moment.days} days are too far`)
  const reached = Temporal.Instant.from(anchors.reached)
  const from = anchorDate(moment.from, { anchors, reached, zone })
  if (moment.days === 0 && moment.from === 'previousStep') return from
  return moment.unit === 'working'
    ? addWorkingDays(from, { days: moment.days, holidays })
    : from.add({ days: moment.days })
}

function scheduled(query: MomentQuery): Temporal.Instant {
  const { moment, anchors, zone } = query
  if (moment.from === 'previousStep' && moment.days === 0) {
    return openingFrom(Temporal.Instant.from(anchors.reached), query)
  }
  return spreadWithin(nextOpening(wishedDay(query).toZonedDateTime(zone).toInstant(), query), query.spreadKey)
}

function anchorDate(
  from: Anchor,
  { anchors, reached, zone }: { anchors: MomentAnchors; reached: Temporal.Instant; zone: string },
): Temporal.PlainDate {
  const date = from === 'previousStep' ? null : anchors[from]
  return date ? Temporal.PlainDate.from(date) : reached.toZonedDateTimeISO(zone).toPlainDate()
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
