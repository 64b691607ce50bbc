import { type PayerProfile, payerProfile, sixMonthsBefore } from '../../domain/figures/payer-profile.ts'
import { Debtor } from '../../models/debtor.ts'
import { Item } from '../../models/item.ts'

const atOnce = 5_000

interface PaidItem {
  readonly debtor: string
  readonly amount: number
  readonly dueDate: string
  readonly paidDate: string
}

/** Writes the usual delay of these customers, over the invoices that they paid in the six months before `at`. */
export async function refreshDelays(debtors: readonly string[], at: string): Promise<void> {
  for (let from = 0; from < debtors.length; from += atOnce) {
    const chunk = debtors.slice(from, from + atOnce)
    const filter = {
      debtor: { $in: chunk },
      type: 'invoice' as const,
      paidDate: { $gt: sixMonthsBefore(at), $lte: at },
    }
    const paid = await Item.find(filter, { debtor: 1, amount: 1, dueDate: 1, paidDate: 1 }).lean<PaidItem[]>()
    const updates = [...profilesOf(paid, at)].map(([_id, { meanDelay }]) => ({
      updateOne: { filter: { _id }, update: { $set: { meanDelay: Math.round(meanDelay * 10) / 10 } } },
    }))
    if (updates.length > 0) await Debtor.bulkWrite(updates, { ordered: false })
  }
}

function profilesOf(paid: readonly PaidItem[], at: string): Map<string, PayerProfile> {
  const byDebtor = new Map<string, PaidItem[]>()
  for (const item of paid) {
    const items = byDebtor.get(item.debtor)
    if (items) items.push(item)
    else byDebtor.set(item.debtor, [item])
  }
  const profiles = [...byDebtor].map(([debtor, items]) => [debtor, payerProfile(items, { at })] as const)
  return new Map(profiles.flatMap(([debtor, profile]) => (profile ? [[debtor, profile] as const] : [])))
}
