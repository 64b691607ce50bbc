import { readCarrier } from '../carrying/read-carrier.ts'
import type { Happening } from '../machine/types.ts'
import { Item } from '../models/item.ts'
import { holdOn } from '../models/restraint.ts'

const begins = { DISPUTED: 'dispute', PROMISED: 'promise', HELD: 'held' } as const
const ends = { DISPUTE_RESOLVED: 'dispute', PROMISE_ENDED: 'promise', RELEASED: 'held' } as const
const beginning = { dispute: 'DISPUTED', promise: 'PROMISED', held: 'HELD' } as const
const ending = { dispute: 'DISPUTE_RESOLVED', promise: 'PROMISE_ENDED', held: 'RELEASED' } as const

/**
 * What the ledger says now of a happening: a dispute that was resolved meanwhile is told as resolved, so that an old word that
 * comes late holds no file for ever. Null for a payment that no longer settles the item.
 */
export async function holdsNow(happening: Happening, id: string): Promise<Happening | null> {
  const { type } = happening
  if (type === 'TAKES_OVER') return (await isItsTurn(id)) ? happening : null
  const fact = type in begins ? begins[type as keyof typeof begins] : ends[type as keyof typeof ends]
  if (!fact && type !== 'PAID') return happening
  const item = await Item.findById(id, {
    open: 1,
    dispute: 1,
    promise: 1,
    entity: 1,
    segment: 1,
    debtor: 1,
    issueDate: 1,
  }).lean()
  if (!item) return happening
  if (!fact) return item.open <= 0 ? happening : null
  const stands = fact === 'held' ? (await holdOn(item)) !== null : Boolean(item[fact])
  return { type: stands ? beginning[fact] : ending[fact] }
}

async function isItsTurn(id: string): Promise<boolean> {
  const item = await Item.findById(id, { debtor: 1, currency: 1 }).lean()
  return item !== null && (await readCarrier(item))?._id === id
}
