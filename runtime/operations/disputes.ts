import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { disputeRequestSchema, Invoice, recordedSchema } from '../contract/invoices.ts'
import { changeItem } from './change-item.ts'
import type { Operator } from './ports.ts'
import { findInvoice, readInvoice } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'

/** Opens a dispute: reminders of the invoice are held until it is resolved; it stays in the figures. */
export async function openDispute(
  { invoice, reason, comment }: z.output<typeof disputeRequestSchema>,
  operator: Operator,
): Promise<z.output<typeof recordedSchema>> {
  const { open, dispute } = await findInvoice(invoice)
  if (dispute) throw new RefusedError('already-disputed')
  if (open <= 0) throw new RefusedError('already-paid')
  const id = `dispute:${randomUUID()}`
  const opened = await disputeItem(invoice, { id, reason, comment }, operator)
  if (!opened) throw new RefusedError('already-disputed')
  return { id, invoice: await readInvoice(invoice, operator) }
}

/** Opens a dispute on one item; false when one is open already, or nothing is owed. */
export async function disputeItem(
  invoice: string,
  { id, reason, comment }: { id: string; reason: string; comment: string },
  operator: Operator,
): Promise<boolean> {
  const at = operator.ports.now()
  const changed = await changeItem(
    {
      id: invoice,
      filter: { dispute: null, open: { $gt: 0 } },
      update: { $set: { dispute: { id, reason, comment, at, by: operator.author } } },
      entry: {
        id,
        at,
        kind: 'dispute-opened',
        author: operator.author,
        values: { reason, comment },
        happening: { type: 'DISPUTED' },
      },
    },
    operator,
  )
  return changed !== undefined
}

/** Closes the open dispute; the course goes on where it was held. */
export async function resolveDispute(
  invoice: string,
  { comment }: { comment: string },
  operator: Operator,
): Promise<Invoice> {
  const { dispute } = await findInvoice(invoice)
  if (!dispute) throw new RefusedError('no-dispute')
  const at = operator.ports.now()
  const changed = await changeItem(
    {
      id: invoice,
      filter: { 'dispute.id': dispute.id },
      update: { $set: { dispute: null } },
      entry: {
        id: `resolved:${dispute.id}`,
        at,
        kind: 'dispute-resolved',
        author: operator.author,
        values: { reason: dispute.reason, comment, openedAt: new Date(dispute.at).toISOString() },
        happening: { type: 'DISPUTE_RESOLVED' },
      },
    },
    operator,
  )
  if (!changed) throw new RefusedError('no-dispute')
  return readInvoice(invoice, operator)
}
