import { Temporal } from 'temporal-polyfill'
import { type ContactCalendar, horizonDays } from './contact-hours.ts'
import { dayMs, isoDay } from './day-number.ts'
import { furthestDays } from './furthest-days.ts'
import { widestSeconds } from './spread.ts'

/**
 * A contact calendar worked out once, day by day, for those who ask it millions of times: midnights, working days and openings as
 * arrays of numbers. Days are counted from 1 January 1970, instants are milliseconds since then.
 */
export interface DayTable {
  readonly first: number
  /** One for each day, and one for the day after the last. */
  readonly midnights: Float64Array
  readonly noons: Float64Array
  /** How many days were worked before each. */
  readonly workedBefore: Int32Array
  /** The days that are worked, in order. */
  readonly worked: Int32Array
  /** Openings, by the day that they belong to and their hour. */
  readonly opens: Float64Array
  readonly closes: Float64Array
  readonly openDays: Int32Array
  /** The first opening that is not over when a day begins. */
  readonly firstOpening: Int32Array
}

/** Works out the days from `first` to `last`, both included. */
export function dayTable(calendar: ContactCalendar, { first, last }: { first: number; last: number }): DayTable {
  const { zone, hours, holidays } = calendar
  const days = last - first + 1
  const midnights = Float64Array.from({ length: days + 2 }, (_, index) => midnightOf(first + index, zone))
  const isWhole = (index: number) => midnights[index + 1]! - midnights[index]! === dayMs
  const instantOf = (index: number, clock: string) => {
    if (isWhole(index)) return midnights[index]! + minutesOf(clock) * 60_000
    const day = Temporal.PlainDate.from(isoDay(first + index))
    return day.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds
  }
  const workedBefore = new Int32Array(days)
  const worked: number[] = []
  const openings: { day: number; from: number; to: number }[] = []
  const noons = new Float64Array(days)
  for (let index = 0; index < days; index++) {
    const weekday = weekdayOf(first + index)
    const isHoliday = holidays.isHoliday(isoDay(first + index))
    noons[index] = instantOf(index, '12:00')
    workedBefore[index] = worked.length
    if (weekday <= 5 && !isHoliday) worked.push(first + index)
    if (!hours.days.includes(weekday) || isHoliday) continue
    const own = hours.windows.map(({ from, to }) => ({
      day: first + index,
      from: instantOf(index, from),
      to: instantOf(to > from ? index : index + 1, to),
    }))
    openings.push(...own.sort((a, b) => a.from - b.from))
  }
  return {
    ...{ first, midnights: midnights.slice(0, days + 1), noons, workedBefore },
    worked: Int32Array.from(worked),
    opens: Float64Array.from(openings, ({ from }) => from),
    closes: Float64Array.from(openings, ({ to }) => to),
    openDays: Int32Array.from(openings, ({ day }) => day),
    firstOpening: firstOpenings(openings, { midnights, days }),
  }
}

/** The day of an instant; outside the table the one before its first, or after its last. */
export function dayAt({ first, midnights }: DayTable, instant: number): number {
  let index = Math.floor((instant - midnights[0]!) / dayMs)
  if (index < 0) return first - 1
  if (index >= midnights.length - 1) index = midnights.length - 2
  while (index > 0 && instant < midnights[index]!) index--
  while (index < midnights.length - 1 && instant >= midnights[index + 1]!) index++
  return first + index
}

/** Midnight of a day: the past for a day before the table, never for one after. */
export function midnightAt({ first, midnights }: DayTable, day: number): number {
  const index = day - first
  if (index < 0) return Number.NEGATIVE_INFINITY
  return index < midnights.length ? midnights[index]! : Number.POSITIVE_INFINITY
}

/** As `addWorkingDays`; before the table −∞, after it ∞. */
export function workingDayAfter({ first, workedBefore, worked }: DayTable, day: number, days: number): number {
  if (Math.abs(days) > furthestDays) throw new RangeError(`${days} working days are too far`)
  const index = day - first
  if (index < 0) return Number.NEGATIVE_INFINITY
  if (index >= workedBefore.length) return Number.POSITIVE_INFINITY
  const before = workedBefore[index]!
  const isWorked = worked[before] === day
  if (days === 0) return worked[before] ?? Number.POSITIVE_INFINITY
  const target = before + (days > 0 && !isWorked ? days - 1 : days)
  if (target < 0) return Number.NEGATIVE_INFINITY
  return worked[target] ?? Number.POSITIVE_INFINITY
}

/** The opening that holds an instant, else the next; −1 where none comes within the horizon, as in `nextOpening`. */
export function openingAt(table: DayTable, instant: number): number {
  const { first, firstOpening, closes, openDays } = table
  const day = dayAt(table, instant)
  let opening = firstOpening[Math.max(0, day - first)] ?? closes.length
  while (opening < closes.length && closes[opening]! <= instant) opening++
  return opening < closes.length && openDays[opening]! - day < horizonDays ? opening : -1
}

/** The instant itself within hours, else the spread instant of the next opening. ∞ stays ∞. */
export function withinHours(table: DayTable, instant: number, spread: number): number {
  const opening = openingAt(table, instant)
  return opening < 0 || table.opens[opening]! <= instant
    ? instant
    : spreadOver(table.opens[opening]!, table.closes[opening]!, spread)
}

/** The spread instant of the opening that holds an instant, or of the next; as `spreadWithin` of `nextOpening`. */
export function spreadFrom(table: DayTable, instant: number, spread: number): number {
  const opening = openingAt(table, instant)
  return opening < 0 ? instant : spreadOver(Math.max(instant, table.opens[opening]!), table.closes[opening]!, spread)
}

function spreadOver(from: number, to: number, spread: number): number {
  const width = Math.min(widestSeconds, Math.floor((to - from) / 1_000))
  return width <= 1 ? from : from + (spread % width) * 1_000
}

function firstOpenings(
  openings: readonly { readonly day: number; readonly to: number }[],
  { midnights, days }: { midnights: Float64Array; days: number },
): Int32Array {
  const first = new Int32Array(days)
  let opening = 0
  for (let index = 0; index < days; index++) {
    while (opening < openings.length && openings[opening]!.to <= midnights[index]!) opening++
    first[index] = opening
  }
  return first
}

function midnightOf(day: number, zone: string): number {
  return Temporal.PlainDate.from(isoDay(day)).toZonedDateTime(zone).epochMilliseconds
}

/** 1 for Monday; 1 January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
