import { minimumOf, type ShortAccount, shortAccount } from '../domain/desk/minimum.ts'
import type { DebtorDocument } from '../models/debtor.ts'
import type { EntityDocument } from '../models/entity.ts'
import type { ItemDocument } from '../models/item.ts'
import { claimable } from './claimable.ts'

interface AccountQuestion {
  readonly entity: EntityDocument
  readonly debtor: DebtorDocument
  /** The debtor's open items. */
  readonly items: readonly ItemDocument[]
  /** Ids of the invoices whose steps ask. */
  readonly asked: readonly string[]
  readonly currency: string
  readonly legal: boolean
  readonly today: string
}

/** Whether a debtor owes less than the minimum that counts for it; null when it owes enough. */
export function shortAccountOf({
  entity,
  debtor,
  items,
  asked,
  currency,
  legal,
  today,
}: AccountQuestion): ShortAccount | null {
  const minimum = minimumOf({ currency, legal, own: debtor.minimums, usual: entity.minimums })
  if (minimum === 0) return null
  const account = claimable(items, debtor)
    .filter((item) => item.currency === currency && (item.open < 0 || item.type === 'invoice'))
    .map(({ _id: id, open, dueDate }) => ({ id, open, dueDate }))
  return shortAccount({ items: account, asked: new Set(asked), minimum, today })
}
