import { isStayed } from '../domain/law/insolvency.ts'
import type { DebtorDocument } from '../models/debtor.ts'
import type { ItemDocument } from '../models/item.ts'

/** The open items that a debtor may be asked for: neither disputed, nor on hold, nor prior to a judgment. */
export function claimable(items: readonly ItemDocument[], debtor: Pick<DebtorDocument, 'insolvency'>): ItemDocument[] {
  return items.filter((item) => item.open !== 0 && !item.dispute && !item.held && !isStayed(item, debtor))
}
