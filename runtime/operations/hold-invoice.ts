import { randomUUID } from 'node:crypto'
import type { Invoice } from '../contract/invoices.ts'
import { changeItem } from './change-item.ts'
import type { Operator } from './ports.ts'
import { findInvoice, readInvoice } from './read-invoice.ts'

/** Pauses or resumes the reminders of one invoice. Asking for what already is changes nothing. */
export async function holdInvoice(id: string, { held }: { held: boolean }, operator: Operator): Promise<Invoice> {
  await findInvoice(id)
  await changeItem(
    {
      id,
      filter: { held: held ? { $ne: true } : true },
      update: { $set: { held } },
      entry: {
        id: `hold:${randomUUID()}`,
        at: operator.ports.now(),
        kind: held ? 'invoice-held' : 'invoice-released',
        author: operator.author,
        values: {},
        happening: { type: held ? 'HELD' : 'RELEASED' },
      },
    },
    operator,
  )
  return readInvoice(id, operator)
}
