import type { Delivery, Outgoing } from '../../channels/channel.ts'
import type { MessageDocument } from '../../models/message.ts'
import type { Services } from '../services.ts'
import { claimKeys, endClaims, freeClaims } from './claims.ts'
import { type AccountView, contactOf, type MessageRequest, readSituation } from './desk-view.ts'
import { dropsOf } from './drop-requests.ts'
import type { Departure } from './finish-sent.ts'

export type Sending = { readonly result: 'sent'; readonly departure: Departure } | Exclude<Delivery, { result: 'sent' }>

interface Sender {
  readonly requests: readonly MessageRequest[]
  /** The account that the letter speaks of. */
  readonly view: AccountView
  readonly services: Services
}

/**
 * Has the channel take a written letter. Once the provider listens, each invoice's step is claimed and the ledger asked for the
 * last time; a letter that has left ends its claims, one that has not frees them.
 */
export async function sendLetter(letter: MessageDocument, { requests, view, services }: Sender): Promise<Sending> {
  const keys = requests.map(({ key }) => key)
  let claiming = { message: letter._id, claimedAt: view.now }
  let isClaimed = false
  const delivery = await services.email.send(outgoing(letter, view), {
    lastLook: async () => {
      claiming = { message: letter._id, claimedAt: services.now() }
      isClaimed = await claimKeys(keys, claiming)
      try {
        if (!isClaimed || !(await mayStillGo(letter, { requests, view, services }))) return false
        return isFresh({ begun: view.now, ...claiming }, services)
      } catch (error) {
        await freeClaims(keys, claiming)
        throw error
      }
    },
  })
  if (delivery.result === 'sent') {
    const departure = { at: services.now(), providerId: delivery.providerId }
    await endClaims(keys, departure)
    return { result: 'sent', departure }
  }
  if (isClaimed && delivery.result !== 'uncertain') await freeClaims(keys, claiming)
  return delivery
}

/**
 * An attempt that was held up, on a machine that slept or before a database that hung, has no right to go on: a person may
 * have been asked in the meantime and have had the message sent again, or the desk may have passed to somebody else.
 */
function isFresh(
  { begun, claimedAt }: { readonly begun: Date; readonly claimedAt: Date },
  { now, claimLimit }: Services,
): boolean {
  const at = now().getTime()
  return at - claimedAt.getTime() < claimLimit / 2 && at - begun.getTime() < claimLimit
}

/** The look that nothing comes after: every invoice, and the account that the letter lists, as the ledger has them now. */
async function mayStillGo(letter: MessageDocument, { requests, view, services }: Sender): Promise<boolean> {
  const now = await readSituation(
    letter.debtor,
    requests.map(({ item }) => item),
  )
  // Thanks speak of the payment alone.
  const isSame = requests.every(({ phase }) => phase === 'thanks') || openOf(now) === openOf(view)
  if (!isSame || contactOf(now, letter.role as never)?.email !== letter.to.address) return false
  return (await dropsOf(requests, now, services)).length === 0
}

/** What a letter says of the account: it is written anew when that has changed since. */
function openOf({ items }: Pick<AccountView, 'items'>): string {
  const open = [...items.values()].filter((item) => item.open !== 0)
  return JSON.stringify(open.map((item) => [item._id, item.open, Boolean(item.dispute), Boolean(item.held)]).sort())
}

function outgoing(message: MessageDocument, { entity, debtor, now }: AccountView): Outgoing {
  const replyTo = entity.collector?.email
    ? { name: debtor.collector || entity.name, address: entity.collector.email }
    : undefined
  return {
    key: message._id,
    from: { name: entity.name, address: entity.email },
    ...(replyTo && { replyTo }),
    to: { name: message.to.name, address: message.to.address },
    ...{ subject: message.subject, html: message.html, text: message.text, date: now },
  }
}
