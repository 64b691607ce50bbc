import type { ItemDocument } from '../models/item.ts'

/**
 * What an item bears with the day it came in. Where a file only stated a lower balance, the day is not known: the one that
 * settled the item came on its date of payment, any other counts as in time, so that no interest is claimed on a guess.
 */
export function receivedOn(
  { payments, paidDate, dueDate }: Pick<ItemDocument, 'payments' | 'paidDate' | 'dueDate'>,
  dates: ReadonlyMap<string, string>,
): { date: string; amount: number }[] {
  const settlement = payments.find(({ id, closes }) => closes && !dates.has(id))
  const undated = (one: ItemDocument['payments'][number]) =>
    (one === settlement || (settlement && one.amount < 0) ? paidDate : null) ?? dueDate
  return payments.map((one) => ({ date: dates.get(one.id) ?? undated(one), amount: one.amount }))
}
