import { Temporal } from 'temporal-polyfill'
import { Entity } from '../models/entity.ts'

const fallbackZone = 'Europe/Paris'

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** Today's date by entity code, each in its own zone. */
export async function todays(at: Date): Promise<(entity?: string) => string> {
  const entities = await Entity.find({}, { zone: 1 }).lean()
  const byEntity = new Map(entities.map((entity) => [entity._id, dayIn(entity.zone, at)]))
  const usual = dayIn(entities[0]?.zone ?? fallbackZone, at)
  return (entity) => (entity === undefined ? usual : (byEntity.get(entity) ?? usual))
}
