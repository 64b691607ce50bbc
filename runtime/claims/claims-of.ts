import { isStayed } from '../domain/law/insolvency.ts'
import { type LateClaim, lateClaim } from '../domain/law/late-claim.ts'
import type { DebtorDocument } from '../models/debtor.ts'
import type { EntityDocument } from '../models/entity.ts'
import type { ItemDocument } from '../models/item.ts'
import { Payment } from '../models/payment.ts'
import { readRates } from './read-rates.ts'
import { receivedOn } from './received-on.ts'

interface Account {
  readonly entity: Pick<EntityDocument, 'agreedRate'>
  readonly debtor: Pick<DebtorDocument, 'insolvency'>
  /** In the entity's zone. */
  readonly today: string
}

/** What items of one debtor cost beside their principal as of a day, by item id. */
export async function claimsOf(
  items: readonly ItemDocument[],
  { entity, debtor, today }: Account,
): Promise<ReadonlyMap<string, LateClaim>> {
  const late = items.filter(({ type, dueDate }) => type === 'invoice' && dueDate < today)
  const [rates, dates] = await Promise.all([readRates(), paymentDates(late)])
  const claim = (item: ItemDocument) =>
    lateClaim({
      ...{ type: item.type, dueDate: item.dueDate, amount: item.amount, today, rates },
      disputed: Boolean(item.dispute),
      payments: receivedOn(item, dates),
      agreed: entity.agreedRate ?? null,
      insolventSince: judgmentOn(item, debtor),
    })
  return new Map(items.map((item) => [item._id, claim(item)]))
}

/** The judgment stops the interest of what was owed before it; what came later bears it (C. com. L622-17, L622-28). */
function judgmentOn(item: ItemDocument, debtor: Account['debtor']): string | null {
  return isStayed(item, debtor) ? debtor.insolvency!.judgedOn : null
}

/** Value dates of the payments that items bear, by payment id. */
async function paymentDates(items: readonly ItemDocument[]): Promise<ReadonlyMap<string, string>> {
  const ids = items.flatMap(({ payments }) => payments.map(({ id }) => id as string))
  if (ids.length === 0) return new Map()
  const payments = await Payment.find({ _id: { $in: ids } }, { date: 1 }).lean()
  return new Map(payments.map(({ _id, date }) => [_id, date]))
}
