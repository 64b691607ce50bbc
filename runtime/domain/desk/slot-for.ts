import type { ContactHours } from '@relance/sdk/scenario-document'
import { contactSlot } from '../calendar/contact-slot.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import type { Ask } from './ask.ts'

export type DeskReason = 'recent-contact' | 'outside-hours'

export interface SlotQuestion {
  readonly asks: readonly Pick<Ask, 'phase' | 'legal' | 'minimumContactDelay' | 'contactHours'>[]
  readonly lastContactAt: string | null
  readonly now: string
  readonly zone: string
  readonly holidays: HolidayCalendar
  readonly debtor: string
  /** A person let it leave now: office hours no longer matter, the minimum delay does. */
  readonly confirmed?: boolean
}

export interface Slot {
  readonly at: string
  readonly reason: DeskReason | null
}

const anyTime: ContactHours = { days: [1, 2, 3, 4, 5, 6, 7], windows: [{ from: '00:00', to: '00:00' }] }
const noHolidays: HolidayCalendar = { isHoliday: () => false }

/**
 * When a message may leave and why not now. The strictest delay among its asks counts, at least a day: what comes second on
 * one day waits for another. Legal steps keep the hours only, and so does a thank-you, which comes the day after a payment
 * whatever was written before it.
 */
export function slotFor({ asks, lastContactAt, now, zone, holidays, debtor, confirmed = false }: SlotQuestion): Slot {
  const minimumContactDelay = Math.max(1, ...asks.map((ask) => ask.minimumContactDelay))
  const hours = asks[0]?.contactHours ?? anyTime
  const isExempt = asks.some((ask) => ask.legal) || asks.every((ask) => ask.phase === 'thanks')
  const contact = isExempt ? null : lastContactAt
  const shared = { now, minimumContactDelay, spreadKey: debtor, zone }
  const rested = contactSlot({ ...shared, lastContactAt: contact, hours: anyTime, holidays: noHolidays })
  const isRested = Date.parse(rested) <= Date.parse(now)
  if (confirmed && isRested) return { at: now, reason: null }
  const at = contactSlot({ ...shared, lastContactAt: contact, hours, holidays })
  if (Date.parse(at) <= Date.parse(now)) return { at: now, reason: null }
  return { at, reason: isRested ? 'outside-hours' : 'recent-contact' }
}
