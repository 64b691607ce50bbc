import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { disputeRequestSchema, Invoice, recordedSchema } from '../contract/invoices.ts'
import { changeItem } from './change-item.ts'
import type { Desk } from './ports.ts'
import { findInvoice, readInvoice } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'

/** Opens a dispute: reminders of the invoice are held until it is resolved; it stays in the figures. */
export async function openDispute(
  { invoice, reason, comment }: z.output<typeof disputeRequestSchema>,
  desk: Desk,
): Promise<z.output<typeof recordedSchema>> {
  const { open, dispute } = await findInvoice(invoice)
  if (dispute) throw new RefusedError('already-disputed')
  if (open <= 0) throw new RefusedError('already-paid')
  const id = `dispute:${randomUUID()}`
  const opened = await disputeItem(invoice, { id, reason, comment }, desk)
  if (!opened) throw new RefusedError('already-disputed')
  return { id, invoice: await readInvoice(invoice, desk) }
}

/** Opens a dispute on one item; false when one is open already, or nothing is owed. */
export async function disputeItem(
  invoice: string,
  { id, reason, comment }: { id: string; reason: string; comment: string },
  desk: Desk,
): Promise<boolean> {
  const at = desk.ports.now()
  const changed = await changeItem(
    {
      id: invoice,
      filter: { dispute: null, open: { $gt: 0 } },
      update: { $set: { dispute: { id, reason, comment, at, by: desk.author } } },
      entry: {
        id,
        at,
        kind: 'dispute-opened',
        author: desk.author,
        values: { reason, comment },
        happening: { type: 'DISPUTED' },
      },
    },
    desk,
  )
  return changed !== undefined
}

/** Closes the open dispute; the course goes on where it was held. */
export async function resolveDispute(invoice: string, { comment }: { comment: string }, desk: Desk): Promise<Invoice> {
  const { dispute } = await findInvoice(invoice)
  if (!dispute) throw new RefusedError('no-dispute')
  const at = desk.ports.now()
  const changed = await changeItem(
    {
      id: invoice,
      filter: { 'dispute.id': dispute.id },
      update: { $set: { dispute: null } },
      entry: {
        id: `resolved:${dispute.id}`,
        at,
        kind: 'dispute-resolved',
        author: desk.author,
        values: { reason: dispute.reason, comment, openedAt: new Date(dispute.at).toISOString() },
        happening: { type: 'DISPUTE_RESOLVED' },
      },
    },
    desk,
  )
  if (!changed) throw new RefusedError('no-dispute')
  return readInvoice(invoice, desk)
}
