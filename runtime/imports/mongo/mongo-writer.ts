import type { Segment } from '@relance/sdk/facts'
import { Debtor } from '../../models/debtor.ts'
import { Event } from '../../models/event.ts'
import { insertNew } from '../../models/insert-new.ts'
import { Item } from '../../models/item.ts'
import { forgetDirectory } from '../../operations/debtor-directory.ts'
import type { Operator, Ports } from '../../operations/ports.ts'
import { changeSegment } from '../../operations/segment/change-segment.ts'
import type { Changes, LedgerWriter, WriteContext } from '../ledger.ts'
import { changeBalances } from './change-balances.ts'
import { inParallel } from './in-parallel.ts'
import { refreshDelays } from './refresh-delays.ts'
import { writePayments } from './write-payments.ts'

/** Writes in the order in which a stop between two steps leaves nothing dangling: customers, items, balances, payments. */
export function mongoWriter(ports: Ports): LedgerWriter {
  return {
    write: async (changes, context) => {
      const operator = { ports, author: context.author }
      await writeDebtors(changes, operator)
      await writeItems(changes, context)
      await changeBalances(changes.balances, { context, operator })
      await writePayments(changes.payments, { operator })
    },
    refreshDelays,
  }
}

/** Customers whose segment changes at the same time. */
const atOnce = 8

async function writeDebtors({ newDebtors, debtors }: Changes, operator: Operator): Promise<void> {
  await insertNew(Debtor, newDebtors)
  const stay = debtors.filter(({ set }) => set.segment === undefined)
  if (stay.length > 0) {
    await Debtor.bulkWrite(
      stay.map(({ id, set }) => ({ updateOne: { filter: { _id: id }, update: { $set: set as never } } })),
      { ordered: false },
    )
  }
  for (const { id, set } of stay) {
    if (set.name !== undefined) await Item.updateMany({ debtor: id }, { $set: { debtorName: set.name } })
  }
  await inParallel(
    debtors.filter(({ set }) => set.segment !== undefined),
    {
      atOnce,
      run: async ({ id, set: { segment, ...also } }) =>
        changeSegment(id, { segment: segment as Segment, also }, operator),
    },
  )
  if (newDebtors.length + debtors.length > 0) forgetDirectory()
}

async function writeItems({ newItems, items }: Changes, context: WriteContext): Promise<void> {
  await insertNew(
    Item,
    newItems.map(({ enrolled: _, ...item }) => item),
  )
  await insertNew(
    Event,
    newItems.map((item) => importedEntry(item, context)),
  )
  if (items.length > 0) {
    await Item.bulkWrite(
      items.map(({ id, set }) => ({ updateOne: { filter: { _id: id }, update: { $set: set as never } } })),
      { ordered: false },
    )
  }
}

function importedEntry(item: Changes['newItems'][number], { at, author, run }: WriteContext) {
  return {
    _id: `imported:${item._id}`,
    at,
    kind: 'invoice-imported',
    author,
    entity: item.entity,
    invoice: item._id,
    debtor: item.debtor,
    values: { import: run, amount: item.amount, open: item.open, currency: item.currency },
  }
}
