import { Temporal } from 'temporal-polyfill'

interface Delay {
  /** A key of the words of timeline values; null where nothing is put off. */
  readonly reason: string | null
  readonly lastContactAt: string | null
  readonly now: string
  readonly zone: string
}

/** Why a message waits, as its timeline says it: the last contact with its age in calendar days of the debtor's zone. */
export function explainDelay({ reason, lastContactAt, now, zone }: Delay): Record<string, string | number | null> {
  if (reason !== 'recent-contact' || lastContactAt === null) return { reason }
  const day = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
  const { days } = day(lastContactAt).until(day(now), { largestUnit: 'day' })
  return days > 0 ? { reason, contactDays: days } : { reason: 'contact-today' }
}
