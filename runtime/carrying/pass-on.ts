import type { EventKind } from '../domain/event-kinds.ts'
import type { Happening } from '../machine/types.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { Event } from '../models/event.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import type { HappenSignal } from '../workflows/protocol.ts'
import type { Bearer } from './carrier-among.ts'
import { type AccountOf, readTurns } from './read-carrier.ts'

interface Passing {
  readonly now: Date
  readonly happen: (item: string, signal: HappenSignal) => Promise<unknown>
}

/**
 * Tells the invoice whose turn it is that it carries its account, if its file stands aside; any other change leaves things as they
 * are. Written first, then signalled, under one id for each time that it stood aside: it may be repeated, and what is lost here
 * is found by the sweeper. Returns whether somebody was told.
 */
export async function passOn(account: AccountOf, { now, happen }: Passing): Promise<boolean> {
  const { carrier } = await readTurns(account)
  const aside = carrier?.course?.carried as { readonly at: Date; readonly by: string | null } | null | undefined
  if (!carrier || !aside) return false
  const happening: Happening = { type: 'TAKES_OVER' }
  const _id = `carrying:${carrier._id}:${new Date(aside.at).getTime()}`
  const { debtor } = account
  const kind: EventKind = 'carrying-taken-over'
  await insertOnce(async () =>
    Event.create({
      ...{ _id, at: now, kind, author: 'scenario', entity: debtor.split(':')[0], debtor, invoice: carrier._id },
      ...{ node: carrier.course?.node ?? null, values: await whyOf(aside.by), happening, acknowledged: false },
    }),
  )
  await happen(carrier._id, { event: _id, happening })
  return true
}

type Former = Pick<Bearer, 'number' | 'open' | 'dispute' | 'promise' | 'held' | 'course'>

/** Why the invoice that carried before does so no longer, as the timeline tells it. */
async function whyOf(id: string | null): Promise<Record<string, string>> {
  const former = id === null ? null : await Item.findById(id).lean<ItemDocument>()
  return former ? { former: former.number, why: reasonOf(former) } : {}
}

function reasonOf({ open, dispute, promise, held, course }: Former): string {
  if (open <= 0) return 'former-paid'
  if (dispute) return 'former-disputed'
  if (promise) return 'former-promised'
  if (held) return 'former-held'
  return course?.status === 'parked' ? 'former-parked' : 'former-silent'
}
