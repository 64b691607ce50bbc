import type { EventKind } from '../../domain/event-kinds.ts'
import { changeItem } from '../../operations/change-item.ts'
import type { Operator } from '../../operations/ports.ts'
import type { BalanceChange, WriteContext } from '../ledger.ts'
import { adjusted } from '../plan/adjustments.ts'
import { inParallel } from './in-parallel.ts'

const atOnce = 8

/**
 * Writes stated open amounts. An item that falls to zero is settled as by a payment: the fact and its entry in one write, then
 * its file is told and reminders stop. A balance that somebody changed meanwhile is left alone.
 */
export async function changeBalances(
  changes: readonly BalanceChange[],
  { context, operator }: { context: WriteContext; operator: Operator },
): Promise<void> {
  await inParallel(changes, { atOnce, run: (change) => changeBalance(change, { context, operator }) })
}

async function changeBalance(
  change: BalanceChange,
  { context, operator }: { context: WriteContext; operator: Operator },
): Promise<void> {
  const { item, from, to, date, currency, cause } = change
  // The instant keeps a change apart from the same one made, undone and made again.
  const id = `${cause}:${item}:${context.at.getTime()}`
  const closes = to === 0
  await changeItem(
    {
      id: item,
      filter: { open: from },
      update: {
        $inc: { open: to - from },
        $push: { payments: adjusted(id, from - to, { closes }) },
        $set: { statedOn: date, paidDate: closes ? date : null, ...(from === 0 && { reopened: true }) },
      },
      entry: {
        id,
        at: context.at,
        kind: kindOf(change),
        author: context.author,
        values: { import: context.run, date, amount: Math.abs(from - to), open: to, currency },
        ...(closes && { happening: { type: 'PAID' } }),
      },
    },
    operator,
  )
}

function kindOf({ from, cause }: BalanceChange): EventKind {
  if (cause === 'stock') return 'invoice-settled-by-import'
  return from === 0 ? 'invoice-reopened' : 'balance-stated'
}
