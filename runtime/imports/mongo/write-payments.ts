import { Event } from '../../models/event.ts'
import { insertNew } from '../../models/insert-new.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { Payment, type PaymentDocument } from '../../models/payment.ts'
import { tellFile, writeEntry } from '../../operations/event-entry.ts'
import type { Operator } from '../../operations/ports.ts'
import { postPayment } from '../../operations/post-payment.ts'
import type { PaymentWrite } from '../ledger.ts'
import { adjusted } from '../plan/adjustments.ts'
import { inParallel } from './in-parallel.ts'

type Items = ReadonlyMap<string, ItemDocument>

const atOnce = 8

/**
 * Records payments and deducts them. Invoices that no file follows yet are deducted in bulk, since there is nobody to tell;
 * every other payment takes the road of one entered by hand, which stops the reminders at once.
 */
export async function writePayments(
  writes: readonly PaymentWrite[],
  { operator }: { operator: Operator },
): Promise<void> {
  if (writes.length === 0) return
  const payments = writes.map(({ payment }) => payment)
  await insertNew(Payment, payments)
  await Item.bulkWrite(writes.map(deduction) as never[], { ordered: true })
  const items = await readItems(payments)
  const borne = payments.filter((payment) => bearing(payment, items) !== undefined)
  const quiet = borne.filter((payment) => items.get(payment.invoice!)?.course == null)
  await insertNew(
    Event,
    quiet.map((payment) => entryOf(payment, { items, operator })),
  )
  await Payment.updateMany({ _id: { $in: quiet.map(({ _id }) => _id) } }, { $set: { posted: true } })
  const others = payments.filter((payment) => !quiet.includes(payment))
  await inParallel(others, {
    atOnce,
    run: async (payment) => {
      await postPayment(payment, operator)
      const earlier = bearing(payment, items)
      if (earlier) await tellNewFile(entryOf(payment, { items, operator }), { closes: earlier.closes, operator })
    },
  })
}

/** A file that opened while its invoice was being deducted in bulk has to hear of it. */
async function tellNewFile(
  record: ReturnType<typeof entryOf>,
  { closes, operator }: { closes: boolean; operator: Operator },
): Promise<void> {
  const { _id: id, entity, invoice, debtor, ...rest } = record
  const happening = closes ? ({ type: 'PAID' } as const) : undefined
  const item = invoice!
  await writeEntry({ id, ...rest, ...(happening && { happening }) }, { _id: item, entity, debtor })
  await tellFile({ id, happening }, { item, ports: operator.ports })
}

/** The update that deducts a payment as planned; guarded, so that it happens once and only while the plan still holds. */
function deduction({ payment, counted, closes }: PaymentWrite): object {
  const { _id, amount, date, invoice } = payment
  const fresh = { _id: invoice, 'payments.id': { $ne: _id } }
  const deducted = adjusted(_id, amount, { closes: closes && !counted })
  if (counted) {
    const explained = adjusted(`explained:${_id}`, -amount, { closes: false })
    const update = {
      $push: { payments: { $each: [deducted, explained] } },
      ...(closes && { $set: { paidDate: date } }),
    }
    return { updateOne: { filter: closes ? { ...fresh, open: 0 } : fresh, update } }
  }
  const update = {
    $inc: { open: -amount },
    $push: { payments: deducted },
    ...(closes && { $set: { paidDate: date } }),
  }
  const open = closes ? amount : { $gt: amount }
  return { updateOne: { filter: { ...fresh, course: null, open }, update } }
}

async function readItems(payments: readonly PaymentDocument[]): Promise<Map<string, ItemDocument>> {
  const ids = [...new Set(payments.map(({ invoice }) => invoice!))]
  const items = await Item.find({ _id: { $in: ids } }, { payments: 1, open: 1, course: 1 }).lean<ItemDocument[]>()
  return new Map(items.map((item) => [item._id, item]))
}

interface Borne {
  readonly closes: boolean
  /** Open amount of the invoice after this payment and before the later ones. */
  readonly open: number
}

/** How an invoice bears a payment; undefined when it does not yet. */
function bearing(payment: PaymentDocument, items: Items): Borne | undefined {
  const item = items.get(payment.invoice!)
  const deductions = (item?.payments ?? []) as { id: string; amount: number; closes: boolean }[]
  const index = deductions.findIndex(({ id }) => id === payment._id)
  if (item === undefined || index === -1) return undefined
  const later = deductions.slice(index + 1).reduce((total, { amount }) => total + amount, 0)
  return { closes: deductions[index]!.closes, open: item.open + later }
}

function entryOf(payment: PaymentDocument, { items, operator }: { items: Items; operator: Operator }) {
  const { amount, currency, date, reference } = payment
  return {
    _id: `payment:${payment._id}`,
    at: payment.recordedAt,
    kind: 'payment-recorded' as const,
    author: operator.author,
    entity: payment.entity,
    invoice: payment.invoice,
    debtor: payment.debtor,
    values: { amount, applied: amount, surplus: 0, currency, date, reference, open: bearing(payment, items)!.open },
  }
}
