import { passOn } from '../carrying/pass-on.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import type { Operator } from './ports.ts'

/** Files looked at in one round: all those that stand aside are seen again within some rounds. */
const mostAtOnce = 1_000
/** Where the last round stopped; a new process begins anew. */
let lastSeen = ''

/** Tells the invoice whose turn it is, where that was lost: none that stands aside waits for one that no longer carries. */
export async function sweepTurns({ ports }: Operator): Promise<void> {
  const aside = await Item.find(
    { 'course.carried.at': { $gt: new Date(0) }, open: { $gt: 0 }, _id: { $gt: lastSeen } },
    { debtor: 1, currency: 1 },
  )
    .sort({ _id: 1 })
    .limit(mostAtOnce)
    .lean<Pick<ItemDocument, '_id' | 'debtor' | 'currency'>[]>()
  lastSeen = aside.length < mostAtOnce ? '' : aside.at(-1)!._id
  const accounts = new Map(aside.map(({ debtor, currency }) => [`${debtor} ${currency}`, { debtor, currency }]))
  for (const account of accounts.values()) {
    await passOn(account, { now: ports.now(), happen: ports.files.happen })
  }
}
