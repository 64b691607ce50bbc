import type { Confirmation } from '@relance/sdk/contact'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { type Ask, groupOf } from './ask.ts'
import { type DeskReason, slotFor } from './slot-for.ts'

export interface DeskQuestion {
  /** Every ask that has not left yet, those of prepared messages included. */
  readonly asks: readonly Ask[]
  /** When somebody at the debtor was last written to (ISO). */
  readonly lastContactAt: string | null
  readonly now: string
  readonly zone: string
  readonly holidays: HolidayCalendar
  /** The debtor's id: its messages keep the same minute of the window. */
  readonly debtor: string
}

/** One message that the desk means to send. */
export interface PlannedMessage {
  readonly group: string
  readonly asks: readonly Ask[]
  /** The most insistent ask sets tone and template. */
  readonly leading: Ask
  readonly confirmation: Confirmation
  readonly plannedAt: string
  /** Why it does not leave at once; null when it does. */
  readonly reason: DeskReason | null
}

/**
 * What the desk does with what it is asked: one message per contact, medium, language and currency; the most insistent
 * first, the others put off by the minimum delay. Pure: production, rehearsal and simulator decide by it alike.
 */
export function decide(question: DeskQuestion): PlannedMessage[] {
  const groups = [...byGroup(question.asks)]
    .map(([group, asks]) => ({ group, asks, leading: leadingOf(asks) }))
    .sort((left, right) => right.leading.level - left.leading.level || left.group.localeCompare(right.group))
  let lastContactAt = question.lastContactAt
  return groups.map(({ group, asks, leading }) => {
    const { at, reason } = slotFor({ ...question, asks, lastContactAt })
    lastContactAt = lastContactAt !== null && lastContactAt > at ? lastContactAt : at
    const confirmation = asks.some((ask) => ask.confirmation === 'manual') ? 'manual' : 'automatic'
    return { group, asks, leading, confirmation, plannedAt: at, reason }
  })
}

/** The most insistent ask; among equals the first. */
export function leadingOf(asks: readonly Ask[]): Ask {
  return asks.reduce((best, ask) => (ask.level > best.level ? ask : best))
}

function byGroup(asks: readonly Ask[]): Map<string, Ask[]> {
  const groups = new Map<string, Ask[]>()
  for (const ask of asks) groups.set(groupOf(ask), [...(groups.get(groupOf(ask)) ?? []), ask])
  return groups
}
