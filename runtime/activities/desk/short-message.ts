import { Temporal } from 'temporal-polyfill'
import { shortAccountOf } from '../../claims/short-account-of.ts'
import type { Ask } from '../../domain/desk/ask.ts'
import type { ShortAccount } from '../../domain/desk/minimum.ts'
import { slotFor } from '../../domain/desk/slot-for.ts'
import type { MessageDocument } from '../../models/message.ts'
import { dayIn } from '../file/gather-facts.ts'
import { type AccountView, calendarOf, type MessageRequest } from './desk-view.ts'
import { changeMessage, writeOnTimelines } from './tell.ts'

/** How long (days) until an account that owes too little is looked at again, when nothing says that it will owe more. */
const patience = 7

/** Why such a message waits. */
export const belowMinimum = 'below-minimum'

/** A message kept because its account owes less than the minimum, and when the desk looks at it again (ISO). */
export interface ShortMessage extends ShortAccount {
  readonly currency: string
  readonly until: string
}

/** Null when the account owes enough, and for thanks, which claim nothing. */
export function shortMessage(asks: readonly Ask[], view: AccountView): ShortMessage | null {
  const { entity, debtor, items, now } = view
  const [first] = asks
  if (!first || first.phase === 'thanks') return null
  const short = shortAccountOf({
    ...{ entity, debtor, items: [...items.values()], asked: asks.map(({ item }) => item) },
    ...{ currency: first.currency, legal: first.legal, today: dayIn(entity.zone, now) },
  })
  return short && { ...short, currency: first.currency, until: nextLook(short, { asks, view }) }
}

function nextLook({ enoughOn }: ShortAccount, { asks, view }: { asks: readonly Ask[]; view: AccountView }): string {
  if (enoughOn === null) return new Date(view.now.getTime() + patience * 86_400_000).toISOString()
  const morning = Temporal.PlainDate.from(enoughOn).toZonedDateTime(view.debtor.zone).toInstant().toString()
  return slotFor({ asks, lastContactAt: view.lastContactAt, now: morning, ...calendarOf(view) }).at
}

/** What the timeline says of it; a date only where one is in sight. */
export function valuesOf({ claimed: overdue, minimum, currency, enoughOn }: ShortMessage) {
  return { overdue, minimum, currency, until: enoughOn }
}

/** Keeps a message until its account owes the minimum; its timelines are told once. */
export async function keepShort(
  message: MessageDocument,
  short: ShortMessage,
  { view, requests }: { view: AccountView; requests: readonly MessageRequest[] },
): Promise<void> {
  const { now: at } = view
  if (message.reason !== belowMinimum) {
    await writeOnTimelines('message-short', valuesOf(short), { message, requests, at, mark: at.toISOString() })
  }
  const set = { plannedAt: new Date(short.until) }
  await changeMessage(message._id, 'queued', { at, reason: belowMinimum, set })
}
